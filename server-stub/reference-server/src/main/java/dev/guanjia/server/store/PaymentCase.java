package dev.guanjia.server.store;

import dev.guanjia.organisation.Actor;
import java.util.Optional;

/** A reversal or a refund of a payment: one person asks, another decides. */
public interface PaymentCase {

    /**
     * Which one.
     *
     * @return the id
     */
    String id();

    /**
     * Who asks.
     *
     * @return who, in which post
     */
    Actor proposer();

    /**
     * For which unit the payment was.
     *
     * @return the unit id
     */
    String unitId();

    /**
     * Who said yes or no.
     *
     * @return empty before
     */
    Optional<PaymentDecision> decision();

    /**
     * The place in the order in which they were proposed.
     *
     * @return grows with each
     */
    long seq();

    /**
     * The state that was read.
     *
     * @return counted from 1
     */
    long version();
}
