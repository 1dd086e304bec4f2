import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import quickfix.ApplicationAdapter;
import quickfix.DefaultMessageFactory;
import quickfix.FieldNotFound;
import quickfix.MemoryStoreFactory;
import quickfix.Message;
import quickfix.Session;
import quickfix.SessionID;
import quickfix.SessionSettings;
import quickfix.SocketInitiator;
import quickfix.field.ClOrdID;
import quickfix.field.OrdType;
import quickfix.field.Side;
import quickfix.field.TimeInForce;
import quickfix.field.TransactTime;
import quickfix.fix44.NewOrderSingle;

/**
 * The smallest client: logs on with client.cfg, sends one order, prints the reports, ends when the order has ended.
 * Uses nothing but QuickFIX/J.
 *
 * <pre>java -cp 'gateway/target/lib/*' examples/fix-client/FirstOrder.java \
 *     examples/fix-client/client.cfg 127.0.0.1:9880 BTC-USDT 0.02 65010.00</pre>
 */
public final class FirstOrder extends ApplicationAdapter
{
    private final CountDownLatch done = new CountDownLatch(1);
    private final String symbol;
    private final String qty;
    private final String price;
    private volatile boolean filled;

    private FirstOrder(final String symbol, final String qty, final String price)
    {
        this.symbol = symbol;
        this.qty = qty;
        this.price = price;
    }

    public static void main(final String[] args) throws Exception
    {
        final SessionSettings settings = new SessionSettings(Files.newInputStream(Path.of(args[0])));
        final SessionID session = settings.sectionIterator().next();
        final int colon = args[1].lastIndexOf(':');
        settings.setString(session, "SocketConnectHost", args[1].substring(0, colon));
        settings.setString(session, "SocketConnectPort", args[1].substring(colon + 1));

        final FirstOrder client = new FirstOrder(args[2], args[3], args[4]);
        final SocketInitiator initiator = new SocketInitiator(
            client, new MemoryStoreFactory(), settings, new DefaultMessageFactory());
        initiator.start();
        final boolean ended = client.done.await(20, TimeUnit.SECONDS);
        initiator.stop();
        System.exit(ended && client.filled ? 0 : 1);
    }

    @Override
    public void onLogon(final SessionID session)
    {
        final NewOrderSingle order = new NewOrderSingle(
            new ClOrdID("first-" + System.currentTimeMillis()), new Side(Side.BUY), new TransactTime(),
            new OrdType(OrdType.LIMIT));
        order.setString(55, symbol);
        order.setString(38, qty);
        order.setString(44, price);
        order.set(new TimeInForce(TimeInForce.IMMEDIATE_OR_CANCEL));
        Session.lookupSession(session).send(order);
    }

    @Override
    public void fromApp(final Message message, final SessionID session) throws FieldNotFound
    {
        if (!"8".equals(message.getHeader().getString(35)))
        {
            System.out.println("refused: " + message.getString(58));
            done.countDown();
            return;
        }
        final String status = message.getString(39);
        filled = "2".equals(status);
        System.out.println((filled ? "filled " : "status " + status + ", done ") + message.getString(14) + " at " +
            message.getString(6));
        if ("2".equals(status) || "4".equals(status) || "8".equals(status))
        {
            done.countDown();
        }
    }
}
