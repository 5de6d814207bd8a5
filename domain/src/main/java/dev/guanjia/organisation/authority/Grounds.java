package dev.guanjia.organisation.authority;

import dev.guanjia.organisation.Actor;
import dev.guanjia.organisation.AuthorityLimit;
import dev.guanjia.organisation.segregation.Violation;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What lets a person take a step.
 *
 * @param step the step
 * @param actor who, as which post, under which version of the authority rows
 * @param day the day, which decides who holds what
 * @param limit the company's limit it rests on; empty when the post takes the step by its role
 * @param delegation the delegation it rests on; empty when the person holds the post or stands in
 * @param combined acts that the person combines in this case, allowed or overridden
 */
public record Grounds(
        ApprovalStep step,
        Actor actor,
        LocalDate day,
        Optional<AuthorityLimit> limit,
        Optional<Delegation> delegation,
        List<Violation> combined) {

    /** Copies the list. */
    public Grounds {
        combined = List.copyOf(combined);
    }
}
