package io.utl.gateway.tools.fix;

import java.util.ArrayList;
import java.util.List;
import quickfix.FieldNotFound;
import quickfix.FieldMap;
import quickfix.Group;
import quickfix.Message;

/**
 * What came back for one request, and the sentence that says so.
 * <p>
 * Thread: one caller. Allocates freely.
 */
final class FixAnswer
{
    private final String type;
    private final String clientOrderId;
    private final List<String> fills = new ArrayList<>();
    private boolean answered;
    private boolean settled;
    private boolean refused;
    private String sentence = "no answer";

    FixAnswer(final String type, final Message request)
    {
        this.type = type;
        this.clientOrderId = value(request, 11);
    }

    /** Takes one message; those about other requests change nothing. */
    void accept(final Message message)
    {
        switch (type(message))
        {
            case "8" -> onReport(message);
            case "9" -> refuse("refused: " + value(message, 58));
            case "r" -> onMassCancel(message);
            case "3" -> refuse("rejected: " + value(message, 58));
            case "j" -> refuse("refused: " + value(message, 58));
            default ->
            {
                // A message of another kind is no answer to a request.
            }
        }
    }

    /** Nothing more is to come. */
    boolean settled()
    {
        return settled;
    }

    /** The request took effect; an order may still be working. */
    boolean answered()
    {
        return answered;
    }

    boolean succeeded()
    {
        return answered && !refused;
    }

    String sentence()
    {
        return sentence;
    }

    private void onReport(final Message report)
    {
        if (!clientOrderId.equals(value(report, 11)) && !clientOrderId.equals(value(report, 41)))
        {
            return;
        }
        final String exec = value(report, 150);
        final String status = value(report, 39);
        if ("F".equals(exec))
        {
            fills.add(value(report, 32) + " at " + value(report, 31) + fee(report) + ", exec " + value(report, 17));
        }
        final String order = value(report, 38) + " " + value(report, 55) + price(report);
        switch (status)
        {
            case "8" -> refuse(("I".equals(exec) ? "unknown: " : "rejected: ") + value(report, 58));
            case "2" -> settle("filled " + value(report, 14) + " " + value(report, 55) + " at " + value(report, 6) +
                fees(report));
            case "4" -> settle("canceled " + order + ", filled " + value(report, 14));
            case "C" -> settle("expired " + order + ", filled " + value(report, 14));
            case "0", "1" ->
            {
                answered = true;
                settled = "H".equals(type);
                sentence = "working " + order + ", filled " + value(report, 14) + ", order " + value(report, 37);
            }
            default -> sentence = "pending " + order + ", order " + value(report, 37);
        }
        if ("I".equals(exec) && answered && !refused)
        {
            settle("status: " + sentence);
        }
    }

    private void onMassCancel(final Message report)
    {
        if ("0".equals(value(report, 531)))
        {
            refuse("refused: " + value(report, 58));
            return;
        }
        settle("mass cancel: " + value(report, 533) + " orders");
    }

    private String fees(final Message report)
    {
        return fills.size() == 1 ? fee(report) + ", exec " + value(report, 17) : " in " + fills.size() + " fills: " +
            String.join("; ", fills);
    }

    private void settle(final String text)
    {
        answered = true;
        settled = true;
        sentence = text;
    }

    private void refuse(final String text)
    {
        settle(text);
        refused = true;
    }

    private static String price(final Message report)
    {
        final String price = value(report, 44);
        return price.isEmpty() ? "" : " at " + price;
    }

    private static String fee(final Message report)
    {
        try
        {
            if (report.getGroupCount(136) == 0)
            {
                return "";
            }
            final Group group = report.getGroup(1, 136);
            return ", fee " + value(group, 137) + " " + value(group, 138);
        }
        catch (final FieldNotFound e)
        {
            return "";
        }
    }

    static String type(final Message message)
    {
        return value(message.getHeader(), 35);
    }

    static String value(final FieldMap map, final int tag)
    {
        try
        {
            return map.isSetField(tag) ? map.getString(tag) : "";
        }
        catch (final FieldNotFound e)
        {
            return "";
        }
    }
}
