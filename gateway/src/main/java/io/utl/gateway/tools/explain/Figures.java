package io.utl.gateway.tools.explain;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** How a position stands: the running totals that the ledger tells, in base and cost asset. */
record Figures(BigDecimal net, BigDecimal costWac, BigDecimal costFifo, BigDecimal realizedWac,
    BigDecimal realizedFifo, BigDecimal fees, BigDecimal bought, BigDecimal sold)
{
    static final Figures FLAT = new Figures(BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO,
        BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO);

    /** Cost by quantity; null when flat: there is no unit cost then. */
    BigDecimal unitCost(final BigDecimal cost)
    {
        return net.signum() == 0 ? null : cost.divide(net, 18, RoundingMode.HALF_EVEN).abs();
    }
}
