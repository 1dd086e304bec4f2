package io.utl.gateway.fix;

/**
 * How the edge refuses a message: which answer, with which code of FIX 4.4. A value that breaks the rules of its tag is
 * answered by Reject (35=3), which names the tag in 371; what is well formed but not possible here by
 * BusinessMessageReject (35=j). ExecutionReports are the core's.
 */
enum Refusal
{
    /** 373=5, value is incorrect for this tag. */
    VALUE(true, 5),
    /** 373=6, incorrect data format. */
    FORMAT(true, 6),
    /** 380=5, a field that is required here is missing. */
    MISSING(false, 5),
    /** 380=0, a tag or a value that FIX knows and we do not offer. */
    UNSUPPORTED(false, 0),
    /** 380=3, a message type that we do not offer. */
    MESSAGE_TYPE(false, 3),
    /** 380=4, the gateway cannot take it now; nothing was executed. */
    BUSY(false, 4),
    /** 380=6, the session may not. */
    NOT_AUTHORIZED(false, 6);

    final boolean sessionLevel;
    final int code;

    Refusal(final boolean sessionLevel, final int code)
    {
        this.sessionLevel = sessionLevel;
        this.code = code;
    }
}
