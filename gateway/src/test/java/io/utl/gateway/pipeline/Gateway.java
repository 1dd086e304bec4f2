package io.utl.gateway.pipeline;

import io.utl.codecs.frame.EgressPort;
import io.utl.codecs.frame.InputClass;
import io.utl.codecs.frame.StateMachine;
import io.utl.config.settings.Durability;
import io.utl.gateway.journal.JournalDirectory;
import io.utl.gateway.journal.JournalSettings;
import io.utl.gateway.journal.Recovered;
import io.utl.gateway.journal.Recovery;
import io.utl.gateway.journal.SummingMachine;
import io.utl.gateway.journal.TestMessages;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** A whole road over one directory, for tests: started, fed, stopped or left lying as by kill -9. */
public final class Gateway
{
    /** Small blocks and rings. */
    public static final PipelineSettings SETTINGS = PipelineSettings.of(Durability.PROCESS).withSlots(256, 1024);

    private final TestMessages messages = new TestMessages();
    private final RecordingHalt halt = new RecordingHalt();
    private final Recovered recovered;
    private final Pipeline pipeline;

    public Gateway(final Path directory, final PipelineSettings settings, final TimeSource time,
        final StateMachine.Factory factory, final JournalSettings journals,
            final EgressPort... ports) throws IOException
    {
        recovered = new Recovery(new JournalDirectory(directory), journals, factory).run(time.wallNs());
        pipeline = new Pipeline(recovered, settings, time, halt);
        for (int i = 0; i < ports.length; i++)
        {
            pipeline.addEgress("test" + i, ports[i]);
        }
        pipeline.start();
    }

    public static JournalSettings journals()
    {
        return JournalSettings.of("test-build", 42).withBlockSize(1 << 20);
    }

    public static Gateway start(final Path directory, final EgressPort... ports) throws IOException
    {
        return new Gateway(directory, SETTINGS, TimeSource.SYSTEM, SummingMachine::new, journals(), ports);
    }

    /** Offers that many commands and waits until they are applied. */
    public Gateway feed(final int commands)
    {
        final long before = pipeline.counters().commands();
        for (int i = 0; i < commands; i++)
        {
            offer(InputClass.FACT, messages.asset(i));
        }
        await(() -> pipeline.halted() || pipeline.counters().commands() >= before + commands);
        return this;
    }

    public void offer(final InputClass inputClass, final int length)
    {
        await(() -> pipeline.halted() || pipeline.ingress().offer(inputClass, 7, messages.buffer(), 0, length));
    }

    public TestMessages messages()
    {
        return messages;
    }

    public Pipeline pipeline()
    {
        return pipeline;
    }

    public Recovered recovered()
    {
        return recovered;
    }

    public RecordingHalt halt()
    {
        return halt;
    }

    public boolean stop()
    {
        return pipeline.stop(20);
    }

    /** Ends as a killed process does: what was appended is there, nothing is said about a clean end. */
    public void kill()
    {
        pipeline.abandon();
    }

    /** Waits for a condition, at most 20 s. */
    public static void await(final BooleanSupplier condition)
    {
        final long until = System.nanoTime() + 20_000_000_000L;
        while (!condition.getAsBoolean())
        {
            if (System.nanoTime() > until)
            {
                throw new AssertionError("condition not met within 20 s");
            }
            LockSupport.parkNanos(20_000);
        }
    }
}
