package io.utl.positions.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.utl.codecs.amount.Amount;

import org.agrona.MutableDirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * What holds for every record layout: fields keep apart, stay inside, keep their extremes, and leave spare bytes zero.
 */
final class FlyweightLayoutTest
{
    private static final int OFFSET = 40;
    private static final int KEY_LONGS_OF_POSITION = 24;

    @TestFactory
    Stream<DynamicTest> fieldsDoNotOverlapStayInsideAndSurviveTheirExtremes()
    {
        return Stream.of(
            new Layout(new AccountFlyweight(), AccountFlyweight.LENGTH, 0, 16),
            new Layout(new AssetFlyweight(), AssetFlyweight.LENGTH, 0, 32),
            new Layout(new InstrumentFlyweight(), InstrumentFlyweight.LENGTH, 0, 104),
            new Layout(new BalanceFlyweight(), BalanceFlyweight.LENGTH, 16, 80),
            new Layout(new HoldingFlyweight(), HoldingFlyweight.LENGTH, 8, 32),
            new Layout(new SeenFlyweight(), SeenFlyweight.LENGTH, 0, 24),
            new Layout(new LotFlyweight(), LotFlyweight.LENGTH, 0, 93),
            new Layout(new CostFlyweight(), CostFlyweight.LENGTH, 0, 112),
            new Layout(new PositionFlyweight(), PositionFlyweight.LENGTH, KEY_LONGS_OF_POSITION, 128))
            .map(layout -> DynamicTest.dynamicTest(layout.name(), layout::check));
    }

    /** The bytes a writer touches. */
    private record Span(String field, int from, int to)
    {
    }

    /** One flyweight; fields lie from {@code first} to {@code last}, what is outside stays zero. */
    private record Layout(Object flyweight, int length, int first, int last)
    {
        String name()
        {
            return flyweight.getClass().getSimpleName();
        }

        void check() throws ReflectiveOperationException
        {
            final UnsafeBuffer buffer = new UnsafeBuffer(new byte[OFFSET + length + 64]);
            flyweight.getClass().getDeclaredMethod("wrap", MutableDirectBuffer.class, int.class)
                .invoke(flyweight, buffer, OFFSET);
            final List<Span> spans = new ArrayList<>();
            for (final Method writer : writers())
            {
                spans.add(span(writer, buffer));
            }
            spans.sort(Comparator.comparingInt(Span::from));
            assertTrue(spans.size() >= 2, "fields found: " + spans);
            for (int i = 1; i < spans.size(); i++)
            {
                assertTrue(spans.get(i - 1).to <= spans.get(i).from, spans.get(i - 1) + " overlaps " + spans.get(i));
            }
            assertTrue(spans.get(0).from >= first, spans.get(0) + " begins before " + first);
            assertEquals(last, spans.get(spans.size() - 1).to, "end of the last field " + spans);
        }

        private List<Method> writers()
        {
            return Arrays.stream(flyweight.getClass().getDeclaredMethods())
                .filter(m -> m.getParameterCount() == 1 && m.getReturnType() == flyweight.getClass())
                .toList();
        }

        private Span span(final Method writer, final UnsafeBuffer buffer) throws ReflectiveOperationException
        {
            final Class<?> type = writer.getParameterTypes()[0];
            int from = Integer.MAX_VALUE;
            int to = 0;
            for (final Object value : extremes(type))
            {
                buffer.setMemory(0, buffer.capacity(), (byte)0);
                writer.invoke(flyweight, value);
                assertEquals(value, read(writer, type), writer.getName());
                for (int i = 0; i < buffer.capacity(); i++)
                {
                    if (buffer.getByte(i) != 0)
                    {
                        from = Math.min(from, i - OFFSET);
                        to = Math.max(to, i + 1 - OFFSET);
                    }
                }
            }
            assertEquals(width(type), to - from, "bytes of " + writer.getName());
            return new Span(writer.getName(), from, to);
        }

        private Object read(final Method writer, final Class<?> type) throws ReflectiveOperationException
        {
            if (type != Amount.class)
            {
                return flyweight.getClass().getMethod(writer.getName()).invoke(flyweight);
            }
            final String name = Character.toLowerCase(writer.getName().charAt(3)) + writer.getName().substring(4);
            return flyweight.getClass().getMethod(name, Amount.class).invoke(flyweight, new Amount());
        }

        private static List<Object> extremes(final Class<?> type)
        {
            if (type == Amount.class)
            {
                return List.of(
                    new Amount().setRaw(-1, -1),
                    new Amount().setRaw(Long.MAX_VALUE, -1),
                    new Amount().setRaw(Long.MIN_VALUE, 0),
                    new Amount().setNull());
            }
            if (type == long.class)
            {
                return List.of(-1L, Long.MAX_VALUE, Long.MIN_VALUE);
            }
            return type == int.class ?
                List.of(-1, Integer.MAX_VALUE, Integer.MIN_VALUE) : List.of((short)255, (short)1, (short)128);
        }

        private static int width(final Class<?> type)
        {
            return type == Amount.class ? 16 : type == long.class ? 8 : type == int.class ? 4 : 1;
        }
    }
}
