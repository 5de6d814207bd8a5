package dev.guanjia.description;

import dev.guanjia.catalogue.Label;
import dev.guanjia.money.Money;
import dev.guanjia.organisation.AuthorityRule;
import dev.guanjia.organisation.OrganisationTemplate;
import dev.guanjia.organisation.PostKey;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Something that holds of a post beside its duties: what it may decide, or what it must be able to.
 *
 * @param kind which of both
 * @param post the post
 * @param label the fact, in both languages
 * @param limit how much it may decide; empty without a limit
 * @param from the first day it holds
 */
public record PostFact(
        Kind kind, PostKey post, Label label, Optional<Money> limit, LocalDate from) {

    /** Only authority has a limit. */
    public PostFact {
        if (kind == Kind.QUALIFICATION && limit.isPresent()) {
            throw new IllegalArgumentException("qualification with a limit: " + label.en());
        }
    }

    /**
     * The authority that a rule gives to the post that fills its role.
     *
     * @param rule the rule
     * @param template which post fills which role
     * @return the fact
     */
    public static PostFact of(AuthorityRule rule, OrganisationTemplate template) {
        return new PostFact(
                Kind.AUTHORITY,
                template.post(rule.role()),
                rule.label(),
                Optional.empty(),
                rule.from());
    }

    /**
     * What somebody in the post must have.
     *
     * @param post the post
     * @param label the requirement
     * @param from the first day it holds
     * @return the fact
     */
    public static PostFact qualification(PostKey post, Label label, LocalDate from) {
        return new PostFact(Kind.QUALIFICATION, post, label, Optional.empty(), from);
    }

    boolean holds(Kind which, PostKey of, LocalDate asOf) {
        return kind == which && post.equals(of) && !from.isAfter(asOf);
    }

    /** What a fact says of a post. */
    public enum Kind {
        /** What it may decide. */
        AUTHORITY,
        /** What somebody in it must be able to, or hold. */
        QUALIFICATION
    }
}
