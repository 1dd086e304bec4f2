package io.utl.connectivity.book;

/** Is told what a book policy does. Thread: the one that feeds the policy. */
public interface BookListener
{
    /** The policy needs a snapshot, taken after this call. Answered with {@code onSnapshot}, when it is there. */
    void snapshotNeeded(BookPolicy policy);

    /** The book is whole: its levels may be read and used. */
    void live(BookPolicy policy);

    /** The book is not believed any more and its levels are gone. It asks for a snapshot next by itself. */
    void invalid(BookPolicy policy, InvalidReason reason, String detail);
}
