package io.utl.codecs.script;

import java.util.List;
import java.util.Map;

/** Short names and places in the line: the only words about fields that are not in the schema. */
final class FieldNames
{
    /** Field name to its key in a line; a key gives way where the message has a field of that very name. */
    static final Map<String, String> KEYS = Map.ofEntries(
        Map.entry("clientOrderId", "id"),
        Map.entry("origClientOrderId", "orig"),
        Map.entry("orderId", "order"),
        Map.entry("venueOrderId", "venueOrder"),
        Map.entry("venueTradeId", "trade"),
        Map.entry("timeInForce", "tif"),
        Map.entry("ordType", "type"),
        Map.entry("ordStatus", "state"),
        Map.entry("execType", "exec"),
        Map.entry("lastQty", "last"),
        Map.entry("cumQty", "cum"),
        Map.entry("leavesQty", "leaves"),
        Map.entry("limitValue", "limit"),
        Map.entry("actualValue", "actual"),
        Map.entry("expireTimeNs", "expire"),
        Map.entry("sendingTimeNs", "sent"),
        Map.entry("venueTimeNs", "venueTime"),
        Map.entry("transactTimeNs", "transactTime"),
        Map.entry("acquiredTimeNs", "acquired"),
        Map.entry("externalId", "ext"),
        Map.entry("msgSeqNum", "msgSeq"),
        Map.entry("revision", "rev"));

    /** Written first, in this order; the subject, the side and the quantities follow. */
    static final List<String> LEADING = List.of(
        "clientOrderId", "origClientOrderId", "orderId", "venueTradeId", "account");

    /** Quantity to the price that may follow it behind an @; the first one a message has may stand bare. */
    static final List<Map.Entry<String, String>> QUANTITIES = List.of(
        Map.entry("qty", "price"), Map.entry("lastQty", "lastPx"), Map.entry("amount", "costPrice"));

    /** What a message is about, where that is neither symbol nor asset. */
    static final Map<String, String> SUBJECTS = Map.of(
        "AccountDefined", "account",
        "BookDefined", "book",
        "SessionDefined", "compId",
        "KillSwitch", "name",
        "VenueSession", "venue",
        "FeedAlive", "venue",
        "CommandApplied", "name");

    private FieldNames()
    {
    }
}
