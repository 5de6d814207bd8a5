package dev.guanjia.description;

import dev.guanjia.catalogue.Label;
import dev.guanjia.duty.Vocabulary;
import dev.guanjia.organisation.AuthorityRule;
import dev.guanjia.organisation.OrganisationTemplate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What job descriptions say beside posts and duties.
 *
 * @param overviews what posts are there for
 * @param shared whose duties a post has that has none of its own
 * @param facts what posts may decide and must be able to
 * @param names what codes are called: records ({@code R-FEE-CALC}) and deadline words ({@code
 *     promptly}); a code without a name prints as it stands
 */
public record JobFacts(
        PostOverviews overviews,
        SharedDuties shared,
        List<PostFact> facts,
        Map<String, Label> names) {

    /** Copies. */
    public JobFacts {
        facts = List.copyOf(facts);
        names = Collections.unmodifiableMap(new TreeMap<>(names));
    }

    /**
     * What ships with the library for a template.
     *
     * @param template which post fills which role
     * @return the overviews, the shared duties, the authority that the rules give, and the names of
     *     records and deadline words
     */
    public static JobFacts shipped(OrganisationTemplate template) {
        return new JobFacts(
                        PostOverviews.load(),
                        SharedDuties.load(),
                        AuthorityRule.load().stream()
                                .map(rule -> PostFact.of(rule, template))
                                .toList(),
                        Vocabulary.records().labels())
                .named(Vocabulary.deadlineWords().labels());
    }

    /**
     * The same with more facts.
     *
     * @param more facts of any posts, e.g. qualifications and a company's limits
     * @return both
     */
    public JobFacts with(List<PostFact> more) {
        List<PostFact> all = new ArrayList<>(facts);
        all.addAll(more);
        return new JobFacts(overviews, shared, all, names);
    }

    /**
     * The same with more names.
     *
     * @param more codes and what they are called
     * @return both; a code named twice keeps the later name
     */
    public JobFacts named(Map<String, Label> more) {
        Map<String, Label> all = new TreeMap<>(names);
        all.putAll(more);
        return new JobFacts(overviews, shared, facts, all);
    }
}
