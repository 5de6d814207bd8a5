package dev.guanjia.billing.deposit;

import dev.guanjia.decision.Decision;
import dev.guanjia.decision.Refusal;
import dev.guanjia.money.Money;
import dev.guanjia.organisation.Actor;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The sheet of the deposits to be paid back together (押金汇总表): nothing is paid before it is signed.
 * Source: requirements 03 P-DEPOSIT; 06 A-92.
 *
 * @param id which sheet
 * @param by who drew it up
 * @param on the day
 * @param lines one per deposit, one at least
 * @param signed who signed; null until somebody has
 * @param rejected who said no; null unless somebody has, and then nobody signs
 */
public record DepositSummary(
        DepositSummaryId id,
        Actor by,
        LocalDate on,
        List<Line> lines,
        @Nullable Signed signed,
        @Nullable Rejected rejected) {

    /**
     * A deposit on the sheet.
     *
     * @param deposit which one
     * @param amount what is left of it
     */
    public record Line(DepositId deposit, Money amount) {}

    /**
     * The signature of the supervising person.
     *
     * @param by who, other than who drew the sheet up
     * @param on the day
     */
    public record Signed(Actor by, LocalDate on) {}

    /**
     * A no; of who drew the sheet up, it takes the sheet back.
     *
     * @param by who
     * @param on the day
     * @param reason why, not blank
     */
    public record Rejected(Actor by, LocalDate on, String reason) {

        /** A no says why. */
        public Rejected {
            if (reason.isBlank()) {
                throw new IllegalArgumentException("rejected without a reason by " + by);
            }
        }
    }

    /** A sheet is about something, and ends once. */
    public DepositSummary {
        lines = List.copyOf(lines);
        if (lines.isEmpty() || (signed != null && rejected != null)) {
            throw new IllegalArgumentException(
                    "summary " + id + " of " + lines + ", " + signed + ", " + rejected);
        }
    }

    /**
     * A sheet to which nobody said no.
     *
     * @param id which sheet
     * @param by who drew it up
     * @param on the day
     * @param lines one per deposit, one at least
     * @param signed who signed; null until somebody has
     */
    public DepositSummary(
            DepositSummaryId id,
            Actor by,
            LocalDate on,
            List<Line> lines,
            @Nullable Signed signed) {
        this(id, by, on, lines, signed, null);
    }

    /**
     * Decides on drawing up a sheet.
     *
     * @param id which sheet
     * @param by who
     * @param on the day
     * @param deposits one or more, of one currency
     * @return the sheet; or refused because a deposit is not checked, has nothing left, stands on
     *     it twice, or was checked later
     */
    public static Decision<DepositSummary> of(
            DepositSummaryId id, Actor by, LocalDate on, List<Deposit> deposits) {
        List<Refusal> reasons = new ArrayList<>();
        Set<DepositId> seen = new HashSet<>();
        List<Line> lines = new ArrayList<>();
        for (Deposit deposit : deposits) {
            DepositId which = deposit.taken().id();
            reasons.addAll(deposit.starting(DepositAction.SUMMARISE, on));
            if (deposit.balance().isZero()) {
                reasons.add(because(DepositRefusal.DEPOSIT_NOTHING_LEFT, which));
            }
            if (!seen.add(which)) {
                reasons.add(because(DepositRefusal.DEPOSIT_SUMMARY_TWICE, which));
            }
            lines.add(new Line(which, deposit.balance()));
        }
        return reasons.isEmpty()
                ? Decision.accept(new DepositSummary(id, by, on, lines, null))
                : Decision.refuse(reasons);
    }

    /**
     * What is to be paid back in all.
     *
     * @return the sum of the lines
     * @throws IllegalArgumentException if they are of several currencies
     */
    public Money total() {
        return lines.stream().map(Line::amount).reduce(Money::plus).orElseThrow();
    }

    /**
     * Decides on the signature.
     *
     * @param signer who, whom the company's authority allows it
     * @param day the day
     * @return the sheet, signed; or refused because it is signed or rejected already, by who drew
     *     it up, or dated before it
     */
    public Decision<DepositSummary> sign(Actor signer, LocalDate day) {
        List<Refusal> reasons = ended();
        Deposit.samePerson(DepositAction.SIGN, signer, by).ifPresent(reasons::add);
        Deposit.tooEarly(day, on).ifPresent(reasons::add);
        return reasons.isEmpty()
                ? Decision.accept(new DepositSummary(id, by, on, lines, new Signed(signer, day)))
                : Decision.refuse(reasons);
    }

    /**
     * Decides on a no, also of who drew the sheet up. Its deposits can go on another sheet then.
     *
     * @param no who, when, and why
     * @return the sheet, rejected; or refused because it is signed or rejected already, or dated
     *     before it
     */
    public Decision<DepositSummary> reject(Rejected no) {
        List<Refusal> reasons = ended();
        Deposit.tooEarly(no.on(), on).ifPresent(reasons::add);
        return reasons.isEmpty()
                ? Decision.accept(new DepositSummary(id, by, on, lines, null, no))
                : Decision.refuse(reasons);
    }

    private List<Refusal> ended() {
        List<Refusal> reasons = new ArrayList<>();
        if (signed != null) {
            reasons.add(DepositRefusal.DEPOSIT_SUMMARY_SIGNED.because("summary", id.value()));
        }
        if (rejected != null) {
            reasons.add(DepositRefusal.DEPOSIT_SUMMARY_REJECTED.because("summary", id.value()));
        }
        return reasons;
    }

    /**
     * Takes a deposit as far as its sheet is.
     *
     * @param deposit a deposit of the sheet
     * @return the deposit, in the summary, signed, or off it again; or refused because it is not at
     *     that step
     * @throws IllegalArgumentException if it is not on the sheet with what is left of it
     */
    public Decision<Deposit> carry(Deposit deposit) {
        if (!lines.contains(new Line(deposit.taken().id(), deposit.balance()))) {
            throw new IllegalArgumentException("not on summary " + id + ": " + deposit);
        }
        if (rejected != null) {
            return deposit.follow(DepositAction.RETURN, rejected.by(), rejected.on(), id.value());
        }
        return signed == null
                ? deposit.follow(DepositAction.SUMMARISE, by, on, id.value())
                : deposit.follow(DepositAction.SIGN, signed.by(), signed.on(), id.value());
    }

    private static Refusal because(DepositRefusal code, DepositId deposit) {
        return code.because("deposit", deposit.value());
    }
}
