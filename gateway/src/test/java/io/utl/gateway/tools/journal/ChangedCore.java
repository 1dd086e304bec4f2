package io.utl.gateway.tools.journal;

import io.utl.codecs.frame.EventSink;
import io.utl.codecs.frame.StateMachine;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The real core, but for one class in which one rounding is another one: the class file's name of the rounding is
 * changed while it is loaded. Core and ledger are loaded anew for it, the language they speak is shared.
 */
final class ChangedCore extends ClassLoader implements StateMachine.Factory
{
    private static final int UTF8_TAG = 1;

    private final String changedClass;
    private final byte[] before;
    private final byte[] after;
    private int changes;

    ChangedCore(final String changedClass, final String before, final String after)
    {
        super(ChangedCore.class.getClassLoader());
        this.changedClass = changedClass;
        this.before = constant(before);
        this.after = constant(after);
    }

    @Override
    public StateMachine create(final EventSink sink)
    {
        try
        {
            return (StateMachine)loadClass("io.utl.gateway.core.Core").getConstructor(EventSink.class)
                .newInstance(sink);
        }
        catch (final ReflectiveOperationException e)
        {
            throw new IllegalStateException("the changed core cannot be made", e);
        }
    }

    /** How many names were changed; 0 would make the comparison say nothing. */
    int changes()
    {
        return changes;
    }

    @Override
    protected Class<?> loadClass(final String name, final boolean resolve) throws ClassNotFoundException
    {
        if (!name.startsWith("io.utl.positions.") && !name.startsWith("io.utl.gateway.core."))
        {
            return super.loadClass(name, resolve);
        }
        synchronized (getClassLoadingLock(name))
        {
            final Class<?> loaded = findLoadedClass(name);
            return loaded != null ? loaded : define(name);
        }
    }

    private Class<?> define(final String name) throws ClassNotFoundException
    {
        try (InputStream in = getParent().getResourceAsStream(name.replace('.', '/') + ".class"))
        {
            final byte[] file = in.readAllBytes();
            final byte[] used = name.equals(changedClass) ? changed(file) : file;
            return defineClass(name, used, 0, used.length);
        }
        catch (final IOException e)
        {
            throw new ClassNotFoundException(name, e);
        }
    }

    private byte[] changed(final byte[] file)
    {
        final ByteArrayOutputStream out = new ByteArrayOutputStream();
        int at = 0;
        while (at < file.length)
        {
            if (startsWith(file, at))
            {
                out.writeBytes(after);
                at += before.length;
                changes++;
            }
            else
            {
                out.write(file[at++]);
            }
        }
        return out.toByteArray();
    }

    private boolean startsWith(final byte[] file, final int at)
    {
        return at + before.length <= file.length &&
            Arrays.equals(file, at, at + before.length, before, 0, before.length);
    }

    /** A text as it lies in a class file's table of constants: tag, length, bytes. */
    private static byte[] constant(final String text)
    {
        final byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
        final byte[] entry = new byte[bytes.length + 3];
        entry[0] = UTF8_TAG;
        entry[2] = (byte)bytes.length;
        System.arraycopy(bytes, 0, entry, 3, bytes.length);
        return entry;
    }
}
