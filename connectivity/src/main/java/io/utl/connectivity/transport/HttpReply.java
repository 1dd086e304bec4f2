package io.utl.connectivity.transport;

import io.netty.handler.codec.http.HttpHeaders;

/**
 * A whole HTTP answer.
 *
 * @param status  100 to 599.
 * @param headers as received.
 * @param body    its bytes; owned by the receiver.
 */
public record HttpReply(int status, HttpHeaders headers, byte[] body)
{
    /** True for 200 to 299. */
    public boolean ok()
    {
        return status >= 200 && status < 300;
    }
}
