package io.utl.gateway.fix;

import quickfix.FieldNotFound;
import quickfix.Message;
import quickfix.field.BusinessRejectReason;
import quickfix.field.BusinessRejectRefID;
import quickfix.field.ClOrdID;
import quickfix.field.MsgType;
import quickfix.field.RefMsgType;
import quickfix.field.RefSeqNum;
import quickfix.field.RefTagID;
import quickfix.field.SessionRejectReason;
import quickfix.field.Text;

/**
 * Writes the edge's refusals, and turns those of QuickFIX/J into sentences that name tag, value and rule.
 * <p>
 * Thread: any; no state. Allocates: messages and strings.
 */
final class Refusals
{
    private static final int MAX_REF_ID = 36;

    private final FixDictionary dictionary;

    Refusals(final FixDictionary dictionary)
    {
        this.dictionary = dictionary;
    }

    /** 35=3 or 35=j for a request that {@link OrderTranslator} refused. */
    Message answer(final Message request, final String type, final int msgSeqNum, final RefusedException refused)
    {
        final Message answer = new Message();
        answer.getHeader().setString(MsgType.FIELD,
            refused.refusal().sessionLevel ? MsgType.REJECT : MsgType.BUSINESS_MESSAGE_REJECT);
        answer.setInt(RefSeqNum.FIELD, msgSeqNum);
        answer.setString(RefMsgType.FIELD, type);
        answer.setString(Text.FIELD, refused.getMessage());
        if (refused.refusal().sessionLevel)
        {
            answer.setInt(RefTagID.FIELD, refused.tag());
            answer.setInt(SessionRejectReason.FIELD, refused.refusal().code);
        }
        else
        {
            answer.setInt(BusinessRejectReason.FIELD, refused.refusal().code);
            final String id = text(request, ClOrdID.FIELD);
            if (id != null && FixText.isPrintable(id, MAX_REF_ID))
            {
                answer.setString(BusinessRejectRefID.FIELD, id);
            }
        }
        return answer;
    }

    /** Gives a Reject (35=3) that QuickFIX/J wrote our form of text; one that names its tag already stays. */
    void explainReject(final FixPeer peer, final Message reject)
    {
        final int tag = number(reject, RefTagID.FIELD);
        final String said = text(reject, Text.FIELD);
        if (tag == 0 || said == null || said.startsWith(dictionary.label(tag)))
        {
            return;
        }
        final String value = peer.valueIn(number(reject, RefSeqNum.FIELD), tag);
        final int reason = number(reject, SessionRejectReason.FIELD);
        if (reason == SessionRejectReason.SENDINGTIME_ACCURACY_PROBLEM)
        {
            peer.skewedTime(value);
        }
        final String type = text(reject, RefMsgType.FIELD);
        reject.setString(Text.FIELD, FixText.clean(
            dictionary.label(tag) + (value == null ? "" : "=" + value) + ": " + rule(reason, tag, type, said), 300));
    }

    /** Gives a BusinessMessageReject (35=j) that QuickFIX/J wrote our form of text. */
    void explainBusinessReject(final Message reject)
    {
        final String said = text(reject, Text.FIELD);
        final int reason = number(reject, BusinessRejectReason.FIELD);
        final int at = said == null ? -1 : said.lastIndexOf(", field=");
        if (reason == BusinessRejectReason.CONDITIONALLY_REQUIRED_FIELD_MISSING && at >= 0)
        {
            final int tag = Integer.parseInt(said.substring(at + ", field=".length()));
            reject.setString(Text.FIELD, dictionary.label(tag) + " is missing: required in " +
                dictionary.label(MsgType.FIELD) + "=" + text(reject, RefMsgType.FIELD));
        }
        else if (reason == BusinessRejectReason.APPLICATION_NOT_AVAILABLE && "Application Not Available".equals(said))
        {
            reject.setString(Text.FIELD, "our fault while reading this message; nothing was executed");
        }
    }

    private String rule(final int reason, final int tag, final String type, final String said)
    {
        final String message = dictionary.label(MsgType.FIELD) + "=" + type;
        return switch (reason)
        {
            case SessionRejectReason.INVALID_TAG_NUMBER, SessionRejectReason.UNDEFINED_TAG ->
                "no tag of FIX 4.4; leave it out";
            case SessionRejectReason.REQUIRED_TAG_MISSING -> "required in " + message + " and missing";
            case SessionRejectReason.TAG_NOT_DEFINED_FOR_THIS_MESSAGE_TYPE ->
                "no tag of " + message + " in FIX 4.4; leave it out";
            case SessionRejectReason.TAG_SPECIFIED_WITHOUT_A_VALUE -> "has no value; give one or leave the tag out";
            case SessionRejectReason.VALUE_IS_INCORRECT -> "no value of this tag in FIX 4.4";
            case SessionRejectReason.INCORRECT_DATA_FORMAT_FOR_VALUE ->
                "must have the form FIX 4.4 gives this tag; a price or quantity is a plain decimal such as 65010.25";
            case SessionRejectReason.INVALID_MSGTYPE -> "no message type of FIX 4.4";
            case SessionRejectReason.TAG_APPEARS_MORE_THAN_ONCE -> "appears more than once";
            case SessionRejectReason.TAG_SPECIFIED_OUT_OF_REQUIRED_ORDER -> "stands in the wrong part of the message";
            default -> said;
        };
    }

    static String text(final Message message, final int tag)
    {
        try
        {
            return message.isSetField(tag) ? message.getString(tag) : null;
        }
        catch (final FieldNotFound e)
        {
            throw new IllegalStateException("field " + tag + " was there a moment ago", e);
        }
    }

    private static int number(final Message message, final int tag)
    {
        final String value = text(message, tag);
        return value == null ? 0 : Integer.parseInt(value);
    }
}
