package io.utl.gateway.tools.explain;

import io.utl.codecs.amount.Amount;
import io.utl.codecs.amount.Rounding;
import io.utl.codecs.frame.CommandFrame;
import io.utl.codecs.frame.EventFrame;
import io.utl.codecs.sbe.CostMethod;
import io.utl.codecs.text.AsciiText;
import io.utl.gateway.core.Core;
import io.utl.gateway.core.CoreSizes;
import io.utl.gateway.core.reference.Account;
import io.utl.gateway.core.reference.Asset;
import io.utl.gateway.core.reference.Instrument;
import io.utl.gateway.core.reference.Names;
import io.utl.gateway.core.reference.Reference;
import io.utl.gateway.tools.check.CapturedEvents;
import io.utl.positions.ledger.PositionView;
import java.io.PrintStream;
import java.util.Iterator;
import java.util.Locale;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * Replays a journal and prints every deposit, fill and transfer behind one position, with the running cost of each
 * method, then what it comes to.
 * <p>
 * Thread: one. Allocates freely. Exit codes: 0 printed, 1 nothing to print: unknown account, symbol or asset.
 */
public final class ExplainPosition
{
    private final PrintStream out;
    private final CapturedEvents events = new CapturedEvents();
    private final Core core = new Core(events, CoreSizes.SMALL);
    private final UnsafeBuffer name = new UnsafeBuffer(new byte[Reference.ACCOUNT_LENGTH]);

    public ExplainPosition(final PrintStream out)
    {
        this.out = out;
    }

    /**
     * Explains.
     *
     * @param account  its name.
     * @param subject  a symbol, or an asset: then the positions in every cost currency.
     * @param commands all commands of the journal from the first; each is used before the next is asked for.
     */
    public int run(final String account, final String subject, final Iterator<CommandFrame> commands)
    {
        if (account.length() > Reference.ACCOUNT_LENGTH || subject.length() > Reference.SYMBOL_LENGTH)
        {
            out.println("account " + account + " and symbol " + subject + " must be names of at most 32 characters");
            return 1;
        }
        final PositionLines lines = new PositionLines(out, account);
        while (commands.hasNext())
        {
            core.onCommand(commands.next());
            for (final EventFrame event : events.take())
            {
                lines.take(event, core.parts().reference, subject);
            }
        }
        final Account owner = core.parts().reference.accounts.find(padded(account), 0);
        if (owner == null)
        {
            out.println("account " + account + " was never defined; known are " +
                names(core.parts().reference.accounts.names()));
            return 1;
        }
        return total(owner, subject);
    }

    private int total(final Account owner, final String subject)
    {
        final Reference reference = core.parts().reference;
        final Instrument instrument = reference.instruments.find(padded(subject), 0);
        final Asset asset = subject.length() > Reference.ASSET_LENGTH ? null : reference.assets.find(padded(subject), 0);
        if (instrument == null && asset == null)
        {
            out.println("symbol or asset " + subject + " was never defined; known are " +
                names(reference.instruments.names()) + " and " + names(reference.assets.names()));
            return 1;
        }
        final PositionView view = new PositionView();
        int printed = 0;
        for (int index = 0; index < core.parts().ledger.positionCount(); index++)
        {
            core.parts().ledger.positionAt(index, view);
            final boolean wanted = instrument != null ?
                view.asset() == instrument.base && view.costAsset() == instrument.quote :
                view.asset() == asset.number;
            if (wanted && view.account() == owner.number)
            {
                print(view);
                printed++;
            }
        }
        if (printed == 0)
        {
            out.println("no position: nothing was ever booked");
        }
        return 0;
    }

    private void print(final PositionView view)
    {
        final Reference reference = core.parts().reference;
        final String base = text(reference, view.asset());
        final String quote = text(reference, view.costAsset());
        out.println();
        out.println("position " + base + " in " + quote +
            (view.book() == 0 ? "" : ", book " + AsciiText.toString(reference.books.get(view.book()).name, 0, 16)));
        out.println("  net         " + view.netQty() + " " + base + " = " + view.boughtQty() + " in - " +
            view.soldQty() + " out");
        for (final CostMethod method : new CostMethod[]{CostMethod.WAC, CostMethod.FIFO})
        {
            print(view, method, quote);
        }
        out.println("  fees        " + view.fees() + " " + quote);
    }

    private void print(final PositionView view, final CostMethod method, final String quote)
    {
        final Amount amount = new Amount();
        final Amount mark = new Amount();
        final String label = "  " + method.name().toLowerCase(Locale.ROOT) + (method == CostMethod.WAC ? "   " : "  ");
        out.println(label + "cost " + view.cost(method).costBasis(amount) + " " + quote +
            (view.avgPrice(method, amount) ? ", avg price " + amount : ", flat") +
            (view.unitCost(method, amount) ? ", unit cost " + amount : "") +
            ", realized " + view.cost(method).realized());
        final int instrument = instrumentOf(view);
        if (instrument != 0 && core.parts().ledger.marks().price(instrument, mark))
        {
            final Amount value = new Amount().product(view.netQty(), mark, Rounding.HALF_EVEN);
            final Amount cost = view.cost(method).costBasis(amount);
            out.println(label + "unrealized " + new Amount().difference(value, cost) + " = " + view.netQty() + " x " +
                mark + " - " + cost);
        }
        else
        {
            out.println(label + "unrealized UNPRICED: no mark yet");
        }
    }

    private int instrumentOf(final PositionView view)
    {
        final Reference reference = core.parts().reference;
        for (int number = 1; number <= reference.instruments.count(); number++)
        {
            final Instrument instrument = reference.instruments.get(number);
            if (instrument.base == view.asset() && instrument.quote == view.costAsset())
            {
                return number;
            }
        }
        return 0;
    }

    private static String text(final Reference reference, final int number)
    {
        return AsciiText.toString(reference.assets.names().buffer(), reference.assets.names().offset(number),
            Reference.ASSET_LENGTH);
    }

    private static String names(final Names names)
    {
        final StringBuilder list = new StringBuilder();
        for (int number = 1; number <= names.count(); number++)
        {
            list.append(number == 1 ? "" : ", ").append(
                AsciiText.toString(names.buffer(), names.offset(number), names.nameLength()));
        }
        return list.length() == 0 ? "none" : list.toString();
    }

    private UnsafeBuffer padded(final String text)
    {
        AsciiText.put(text, name, 0, Reference.ACCOUNT_LENGTH);
        return name;
    }
}
