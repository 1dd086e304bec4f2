package io.utl.gateway.rest;

import io.utl.codecs.frame.InputClass;
import io.utl.codecs.sbe.AccountDefinedEncoder;
import io.utl.codecs.sbe.AdoptClockEncoder;
import io.utl.codecs.sbe.AssetDefinedEncoder;
import io.utl.codecs.sbe.BookDefinedEncoder;
import io.utl.codecs.sbe.CancelOrderEncoder;
import io.utl.codecs.sbe.DepositEncoder;
import io.utl.codecs.sbe.FeedAliveEncoder;
import io.utl.codecs.sbe.GatewayStartedEncoder;
import io.utl.codecs.sbe.InstrumentDefinedEncoder;
import io.utl.codecs.sbe.KillSwitchEncoder;
import io.utl.codecs.sbe.LimitSetEncoder;
import io.utl.codecs.sbe.MarkEncoder;
import io.utl.codecs.sbe.MassCancelEncoder;
import io.utl.codecs.sbe.MessageHeaderEncoder;
import io.utl.codecs.sbe.SessionDefinedEncoder;
import io.utl.codecs.sbe.TickEncoder;
import io.utl.codecs.sbe.TransferEncoder;
import io.utl.codecs.sbe.WithdrawalEncoder;
import io.utl.codecs.text.AsciiText;
import java.util.Map;
import org.agrona.MutableDirectBuffer;

/**
 * What an operator may submit, as which class of input, and where its author stands.
 * <p>
 * Thread: any.
 */
final class OperatorCommands
{
    /** Commands have lower template ids, events this and higher ones. */
    private static final int FIRST_EVENT = 300;
    private static final int FIRST_VENUE_REPORT = 100;
    private static final int LAST_VENUE_REPORT = 109;

    /** Offset of the author in the block, by template. */
    private static final Map<Integer, Integer> AUTHORS = Map.ofEntries(
        Map.entry(SessionDefinedEncoder.TEMPLATE_ID, SessionDefinedEncoder.authorEncodingOffset()),
        Map.entry(AssetDefinedEncoder.TEMPLATE_ID, AssetDefinedEncoder.authorEncodingOffset()),
        Map.entry(InstrumentDefinedEncoder.TEMPLATE_ID, InstrumentDefinedEncoder.authorEncodingOffset()),
        Map.entry(AccountDefinedEncoder.TEMPLATE_ID, AccountDefinedEncoder.authorEncodingOffset()),
        Map.entry(BookDefinedEncoder.TEMPLATE_ID, BookDefinedEncoder.authorEncodingOffset()),
        Map.entry(LimitSetEncoder.TEMPLATE_ID, LimitSetEncoder.authorEncodingOffset()),
        Map.entry(KillSwitchEncoder.TEMPLATE_ID, KillSwitchEncoder.authorEncodingOffset()),
        Map.entry(AdoptClockEncoder.TEMPLATE_ID, AdoptClockEncoder.authorEncodingOffset()),
        Map.entry(DepositEncoder.TEMPLATE_ID, DepositEncoder.authorEncodingOffset()),
        Map.entry(WithdrawalEncoder.TEMPLATE_ID, WithdrawalEncoder.authorEncodingOffset()),
        Map.entry(TransferEncoder.TEMPLATE_ID, TransferEncoder.authorEncodingOffset()));

    private OperatorCommands()
    {
    }

    /** Why this template may not be submitted, or null. */
    static String refusal(final int templateId)
    {
        if (templateId >= FIRST_EVENT)
        {
            return "this line is an event; only commands can be submitted";
        }
        return templateId == GatewayStartedEncoder.TEMPLATE_ID
            ? "'started' is said by the gateway itself, once at each start" : null;
    }

    /** True if nothing usually follows from it: its door need not wait long to say so. */
    static boolean tellsNothing(final int templateId)
    {
        return templateId == TickEncoder.TEMPLATE_ID || templateId == FeedAliveEncoder.TEMPLATE_ID;
    }

    static InputClass inputClass(final int templateId)
    {
        return switch (templateId)
        {
            case CancelOrderEncoder.TEMPLATE_ID, MassCancelEncoder.TEMPLATE_ID, KillSwitchEncoder.TEMPLATE_ID ->
                InputClass.STOP;
            case MarkEncoder.TEMPLATE_ID, FeedAliveEncoder.TEMPLATE_ID, TickEncoder.TEMPLATE_ID -> InputClass.SAMPLE;
            case DepositEncoder.TEMPLATE_ID, WithdrawalEncoder.TEMPLATE_ID, TransferEncoder.TEMPLATE_ID ->
                InputClass.FACT;
            default -> templateId >= FIRST_VENUE_REPORT && templateId <= LAST_VENUE_REPORT
                ? InputClass.FACT : InputClass.REQUEST;
        };
    }

    /** Writes who asked, where the message has room for it and names nobody yet. */
    static void sign(final MutableDirectBuffer buffer, final int templateId, final String author)
    {
        final Integer offset = AUTHORS.get(templateId);
        if (offset == null)
        {
            return;
        }
        final int at = MessageHeaderEncoder.ENCODED_LENGTH + offset;
        if (buffer.getByte(at) == 0)
        {
            AsciiText.put(author, buffer, at, SessionDefinedEncoder.authorLength());
        }
    }
}
