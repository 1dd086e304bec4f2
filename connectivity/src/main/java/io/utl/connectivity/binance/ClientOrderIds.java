package io.utl.connectivity.binance;

/**
 * Our order as the venue's client order id, and back: {@code u<instance>-<orderId>-<revision>}, at most 30 of the 36
 * characters {@code [.A-Z:/a-z0-9_-]} that Binance takes. Reversible, so that whatever the venue tells of an order
 * names ours without a table.
 */
final class ClientOrderIds
{
    /** Largest instance tag. */
    public static final int MAX_INSTANCE = 999_999;
    private static final long MAX_ORDER_ID = 1L << 44;
    private static final int MAX_REVISION = 9_999_999;

    private ClientOrderIds()
    {
    }

    /** What a client order id says; orderId 0 means that it is not ours. */
    public record Parsed(int instance, long orderId, int revision)
    {
        static final Parsed FOREIGN = new Parsed(-1, 0, 0);

        /** True if it was made by this instance. */
        public boolean of(final int ownInstance)
        {
            return orderId > 0 && instance == ownInstance;
        }
    }

    /** @throws IllegalArgumentException if a part is out of range. */
    public static String render(final int instance, final long orderId, final int revision)
    {
        check(instance);
        if (orderId < 1 || orderId > MAX_ORDER_ID || revision < 0 || revision > MAX_REVISION)
        {
            throw new IllegalArgumentException("orderId=" + orderId + ", revision=" + revision +
                ": must be 1 to 2^44 and 0 to " + MAX_REVISION);
        }
        return "u" + instance + "-" + orderId + "-" + revision;
    }

    /** Takes apart what {@link #render} made; anything else is foreign. */
    public static Parsed parse(final String text)
    {
        final int first = text.indexOf('-');
        final int second = text.indexOf('-', first + 1);
        if (text.length() < 6 || text.charAt(0) != 'u' || first < 0 || second < 0)
        {
            return Parsed.FOREIGN;
        }
        final long instance = number(text, 1, first);
        final long orderId = number(text, first + 1, second);
        final long revision = number(text, second + 1, text.length());
        if (instance < 0 || instance > MAX_INSTANCE || orderId < 1 || orderId > MAX_ORDER_ID || revision < 0 ||
            revision > MAX_REVISION)
        {
            return Parsed.FOREIGN;
        }
        return new Parsed((int)instance, orderId, (int)revision);
    }

    static void check(final int instance)
    {
        if (instance < 0 || instance > MAX_INSTANCE)
        {
            throw new IllegalArgumentException("instance=" + instance + ": must be 0 to " + MAX_INSTANCE);
        }
    }

    /** Canonical decimal only: no sign, no leading zero; -1 for anything else. */
    private static long number(final String text, final int begin, final int end)
    {
        if (end <= begin || end - begin > 15 || text.charAt(begin) == '0' && end - begin > 1)
        {
            return -1;
        }
        long value = 0;
        for (int i = begin; i < end; i++)
        {
            final char c = text.charAt(i);
            if (c < '0' || c > '9')
            {
                return -1;
            }
            value = value * 10 + (c - '0');
        }
        return value;
    }
}
