package io.utl.gateway.tools.explain;

import java.math.BigDecimal;

/**
 * One change of a position: what caused it and how the figures stood after it. Amounts in base and cost asset.
 *
 * @param seq          sequence of the command.
 * @param timeNs       journal time, nanoseconds since the Unix epoch.
 * @param what         fill, deposit, withdrawal, transfer or fee.
 * @param name         execution id of a fill, outside name of anything else.
 * @param source       ClOrdID and order, or empty.
 * @param qty          signed change of the position.
 * @param price        of a fill, else null.
 * @param value        quantity times price of a fill, else null.
 * @param fee          fee with its asset as text, empty if there is none.
 * @param realizedWac  profit of this step, average cost.
 * @param realizedFifo profit of this step, oldest lot first.
 * @param after        the position after it.
 */
record Step(long seq, long timeNs, String what, String name, String source, BigDecimal qty, BigDecimal price,
    BigDecimal value, String fee, BigDecimal realizedWac, BigDecimal realizedFifo, Figures after)
{
}
