package io.utl.gateway.launch;

import io.utl.config.settings.DemoSettings;
import io.utl.config.settings.FixSettings;
import io.utl.connectivity.venue.Instrument;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Opening balances of the demo's trading accounts: so much of each quote asset at once, so much of each base asset when
 * its first mark is known, with that mark as cost. Said again at each start; the ledger books an outside name once.
 * <p>
 * Thread: the one that starts, then the one that goes on with instruments that are marked later.
 */
final class DemoFunding
{
    /** An asset may be money in one instrument and the thing traded in another; it then has both opening balances. */
    private static final String MONEY = ":quote";

    private final OwnCommands commands;
    private final StartWatch watch;
    private final DemoSettings settings;
    private final List<String> accounts = new ArrayList<>();
    private final String venue;
    private final Set<String> funded = new HashSet<>();

    DemoFunding(final OwnCommands commands, final StartWatch watch, final DemoSettings settings,
        final FixSettings fix, final String venue)
    {
        this.commands = commands;
        this.watch = watch;
        this.settings = settings;
        this.venue = venue;
        fix.sessions().stream().filter(session -> !session.readOnly()).map(FixSettings.SessionSettings::account)
            .distinct().forEach(accounts::add);
    }

    /** Books what can be booked now; true when every instrument is done. */
    boolean fund(final List<Instrument> instruments) throws StartException
    {
        boolean all = true;
        for (final Instrument instrument : instruments)
        {
            if (funded.add(instrument.quote() + MONEY))
            {
                deposit(instrument.quote() + MONEY, instrument.quote(), settings.quoteAmount(), null, "");
            }
            if (funded.contains(instrument.base()))
            {
                continue;
            }
            final String mark = watch.firstMark(instrument.symbol());
            if (mark == null)
            {
                all = false;
                continue;
            }
            funded.add(instrument.base());
            deposit(instrument.base(), instrument.base(), settings.baseAmount(), mark, instrument.quote());
        }
        return all;
    }

    private void deposit(final String name, final String asset, final String amount, final String costPrice,
        final String costAsset) throws StartException
    {
        for (final String account : accounts)
        {
            commands.deposit("demo:" + account + ":" + name, account, asset, amount, costPrice, costAsset, venue);
        }
    }
}
