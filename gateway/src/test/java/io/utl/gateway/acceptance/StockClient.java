package io.utl.gateway.acceptance;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import quickfix.ApplicationAdapter;
import quickfix.ConfigError;
import quickfix.DefaultMessageFactory;
import quickfix.FieldNotFound;
import quickfix.Initiator;
import quickfix.MemoryStoreFactory;
import quickfix.Message;
import quickfix.Session;
import quickfix.SessionID;
import quickfix.SessionSettings;
import quickfix.SocketInitiator;
import quickfix.field.MsgType;

/**
 * A QuickFIX/J initiator with the unchanged dictionary and every validation on, as a client would configure it.
 * <p>
 * Thread: the test's; messages arrive on the library's thread and are kept in order.
 */
final class StockClient extends ApplicationAdapter implements AutoCloseable
{
    private final List<Message> received = new ArrayList<>();
    private final SessionID id;
    private final Initiator initiator;

    StockClient(final int port, final String sender, final String password) throws ConfigError
    {
        id = new SessionID("FIX.4.4", sender, "UTL");
        final SessionSettings settings = new SessionSettings();
        settings.setString("ConnectionType", "initiator");
        settings.setString("SocketConnectHost", "127.0.0.1");
        settings.setLong("SocketConnectPort", port);
        settings.setString("StartTime", "00:00:00");
        settings.setString("EndTime", "00:00:00");
        settings.setString("NonStopSession", "Y");
        settings.setLong("HeartBtInt", 30);
        settings.setLong("ReconnectInterval", 1);
        settings.setString("ResetOnLogon", "Y");
        settings.setString("UseDataDictionary", "Y");
        settings.setString("DataDictionary", "FIX44.xml");
        settings.setString("ValidateUserDefinedFields", "Y");
        settings.setString("ValidateFieldsHaveValues", "Y");
        settings.setString("ValidateFieldsOutOfOrder", "Y");
        settings.setString("LogonTag", "553=" + sender);
        settings.setString("LogonTag1", "554=" + password);
        settings.setString(id, "BeginString", "FIX.4.4");
        settings.setString(id, "SenderCompID", sender);
        settings.setString(id, "TargetCompID", "UTL");
        initiator = new SocketInitiator(this, new MemoryStoreFactory(), settings, null, new DefaultMessageFactory());
        initiator.start();
        await("logon", () -> Session.lookupSession(id) != null && Session.lookupSession(id).isLoggedOn());
    }

    @Override
    public void fromAdmin(final Message message, final SessionID session)
    {
        keep(message);
    }

    @Override
    public void fromApp(final Message message, final SessionID session)
    {
        keep(message);
    }

    private void keep(final Message message)
    {
        synchronized (received)
        {
            received.add(message);
            received.notifyAll();
        }
    }

    /** Sends a message given as {@code "D 11=a1 55=BTC-USDT ..."}. False once the session is gone. */
    boolean send(final String line)
    {
        final String[] parts = line.split(" ");
        final Message message = new Message();
        message.getHeader().setString(MsgType.FIELD, parts[0]);
        for (int i = 1; i < parts.length; i++)
        {
            final int equals = parts[i].indexOf('=');
            message.setString(Integer.parseInt(parts[i].substring(0, equals)), parts[i].substring(equals + 1));
        }
        final Session session = Session.lookupSession(id);
        return session != null && session.isLoggedOn() && session.send(message);
    }

    List<Message> received()
    {
        synchronized (received)
        {
            return List.copyOf(received);
        }
    }

    /** Waits for a message that fits, among all received so far or to come. */
    Message await(final String what, final Predicate<Message> fits)
    {
        final long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        synchronized (received)
        {
            int seen = 0;
            while (true)
            {
                for (; seen < received.size(); seen++)
                {
                    if (fits.test(received.get(seen)))
                    {
                        return received.get(seen);
                    }
                }
                waitOn(what, deadline);
            }
        }
    }

    /** Waits until something holds; looked at after each message and each 50 ms. */
    void await(final String what, final java.util.function.BooleanSupplier holds)
    {
        final long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        synchronized (received)
        {
            while (!holds.getAsBoolean())
            {
                waitOn(what, deadline);
            }
        }
    }

    private void waitOn(final String what, final long deadline)
    {
        final long leftMs = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
        if (leftMs <= 0)
        {
            throw new AssertionError("no " + what + " within 20 s; received: " + received);
        }
        try
        {
            received.wait(Math.min(leftMs, 50));
        }
        catch (final InterruptedException interrupted)
        {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted while waiting for " + what, interrupted);
        }
    }

    /** Field of a message, empty where it is absent. */
    static String field(final Message message, final int tag)
    {
        try
        {
            return message.isSetField(tag) ? message.getString(tag) : message.getHeader().isSetField(tag) ?
                message.getHeader().getString(tag) : "";
        }
        catch (final FieldNotFound impossible)
        {
            throw new AssertionError("tag " + tag + " is set and not found", impossible);
        }
    }

    @Override
    public void close()
    {
        initiator.stop(true);
    }
}
