package io.utl.gateway.core;

import io.utl.codecs.frame.EventSink;
import io.utl.gateway.core.booking.BookingDesk;
import io.utl.gateway.core.booking.GatewayDesk;
import io.utl.gateway.core.booking.ReferenceDesk;
import io.utl.gateway.core.event.EventWriter;
import io.utl.gateway.core.event.LedgerTeller;
import io.utl.gateway.core.event.Notices;
import io.utl.gateway.core.event.Phase;
import io.utl.gateway.core.order.Answers;
import io.utl.gateway.core.order.ChangeDesk;
import io.utl.gateway.core.order.ClientIds;
import io.utl.gateway.core.order.Doubts;
import io.utl.gateway.core.order.EndedOrders;
import io.utl.gateway.core.order.FillDesk;
import io.utl.gateway.core.order.OrderDesk;
import io.utl.gateway.core.order.OrderLife;
import io.utl.gateway.core.order.OrderTable;
import io.utl.gateway.core.order.Outcomes;
import io.utl.gateway.core.order.Reports;
import io.utl.gateway.core.order.Routes;
import io.utl.gateway.core.order.Sweeps;
import io.utl.gateway.core.order.VenueDesk;
import io.utl.gateway.core.reference.Definitions;
import io.utl.gateway.core.reference.Reference;
import io.utl.gateway.core.risk.Limits;
import io.utl.gateway.core.risk.OpenOrders;
import io.utl.gateway.core.risk.PreTradeChecks;
import io.utl.gateway.core.time.Deadlines;
import io.utl.positions.ledger.Ledger;
import io.utl.positions.table.LedgerSizes;

/**
 * What a core is made of, wired once. Readers in the core's own thread may look; nobody but the core changes anything.
 * <p>
 * Thread: core. Allocates: all of it, at construction.
 */
public final class CoreParts
{
    public final Phase phase = new Phase();
    public final Reference reference = new Reference();
    public final Limits limits = new Limits();
    public final OpenOrders open = new OpenOrders();
    public final EventWriter writer;
    public final Notices notices;
    public final LedgerTeller teller;
    public final Ledger ledger;
    public final OrderTable orders;
    public final EndedOrders history;
    public final ClientIds ids;
    public final Deadlines deadlines;
    public final Routes routes;
    public final OrderLife life;
    public final OrderDesk orderDesk;
    public final ChangeDesk changes;
    public final Doubts doubts;
    public final VenueDesk venueDesk;
    public final FillDesk fills;
    public final Sweeps sweeps;
    public final ReferenceDesk referenceDesk;
    public final BookingDesk bookings;
    public final GatewayDesk gateway;

    CoreParts(final EventSink sink, final CoreSizes sizes, final int keepEnded)
    {
        writer = new EventWriter(sink);
        notices = new Notices(writer, reference);
        teller = new LedgerTeller(writer, reference, notices);
        ledger = new Ledger(teller, new LedgerSizes(sizes.orders() / 16 + 16, sizes.orders(), sizes.ids()));
        orders = new OrderTable(sizes.orders());
        history = new EndedOrders(sizes.ids());
        ids = new ClientIds(sizes.ids());
        deadlines = new Deadlines(sizes.orders() * 2);
        routes = new Routes(writer, reference);
        life = new OrderLife(
            writer, reference, ledger, orders, history, open, deadlines, routes, keepEnded);
        final PreTradeChecks checks = new PreTradeChecks(reference, ledger, limits, open);
        final Reports reports = new Reports(writer, reference);
        final Answers answers = new Answers(writer, reference);
        orderDesk = new OrderDesk(phase, reference, orders, history, ids, life, checks, reports, routes);
        changes = new ChangeDesk(
            phase, reference, orders, history, ids, life, checks, reports, answers, routes);
        final Outcomes outcomes = new Outcomes(reference, life, reports, answers);
        doubts = new Doubts(
            phase, writer, reference, orders, history, life, outcomes, reports, routes, notices);
        venueDesk = new VenueDesk(phase, reference, orders, history, outcomes, doubts, notices);
        final Definitions definitions = new Definitions(reference, ledger);
        referenceDesk = new ReferenceDesk(phase, reference, definitions, ledger, notices);
        fills = new FillDesk(phase, reference, definitions, orders, history, life, outcomes, reports, notices,
            teller, ledger);
        sweeps = new Sweeps(phase, writer, reference, orders, deadlines, changes, doubts, answers);
        bookings = new BookingDesk(phase, reference, definitions, ledger, teller, notices);
        gateway = new GatewayDesk(
            phase, reference, definitions, ledger, limits, orderDesk, sweeps, doubts, routes, notices);
    }
}
