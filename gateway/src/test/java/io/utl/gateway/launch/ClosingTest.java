package io.utl.gateway.launch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ClosingTest
{
    private final List<String> closed = new ArrayList<>();
    private final Closing closing = new Closing();

    @Test
    void closesLastOpenedFirstAndGoesOnBehindAFailure() throws StartException
    {
        closing.add("a", () -> closed.add("a"));
        closing.add("b", () ->
        {
            throw new IllegalStateException("stuck");
        });
        closing.add("c", () -> closed.add("c"));
        assertEquals(List.of("b: java.lang.IllegalStateException: stuck"), closing.close());
        assertEquals(List.of("c", "a"), closed);
    }

    @Test
    void whatIsOpenedWhileClosingIsClosedAtOnce()
    {
        closing.close();
        assertThrows(StartException.class, () -> closing.add("late", () -> closed.add("late")));
        assertEquals(List.of("late"), closed);
    }
}
