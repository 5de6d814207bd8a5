package dev.guanjia.description;

import dev.guanjia.calendar.Cadence;
import dev.guanjia.catalogue.Label;
import dev.guanjia.decision.Decision;
import dev.guanjia.decision.Refusal;
import dev.guanjia.description.JobDescription.DutyGroup;
import dev.guanjia.description.JobDescription.DutyLine;
import dev.guanjia.description.JobDescription.Heading;
import dev.guanjia.description.JobDescription.Named;
import dev.guanjia.description.JobDescription.Power;
import dev.guanjia.description.JobDescription.Reporting;
import dev.guanjia.money.Money;
import dev.guanjia.organisation.Post;
import dev.guanjia.organisation.PostCatalogue;
import dev.guanjia.organisation.PostKey;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Gathers the job description of any post of a company.
 *
 * @param posts the posts of the company and their lines on the day
 * @param duties where the duties come from
 * @param facts what is said beside posts and duties
 */
public record JobDescriptions(PostCatalogue posts, DutySource duties, JobFacts facts) {

    private static final Comparator<Optional<Cadence>> CALENDAR_FIRST =
            Comparator.comparing(
                            (Optional<Cadence> cadence) ->
                                    cadence.filter(Cadence::isCalendarBound).isEmpty())
                    .thenComparing(
                            cadence -> cadence.map(Cadence::ordinal).orElse(Integer.MAX_VALUE));

    /**
     * Describes a post.
     *
     * @param post the post
     * @param asOf the day
     * @return the description, or refused with {@code POST_UNKNOWN}
     */
    public Decision<JobDescription> of(PostKey post, LocalDate asOf) {
        return posts.find(post)
                .map(found -> Decision.accept(describe(found, asOf)))
                .orElseGet(() -> Decision.refuse(List.of(unknown(post))));
    }

    private JobDescription describe(Post post, LocalDate asOf) {
        List<DescribedDuty> all = duties.on(asOf);
        List<PostKey> keys = facts.shared().keysOf(post.key(), asOf);
        List<DescribedDuty> own = all.stream().filter(duty -> duty.isDoneByAny(keys)).toList();
        return new JobDescription(
                new Heading(post.key(), post.label(), post.department(), asOf),
                facts.overviews().of(post.key(), asOf),
                groups(post.key(), own),
                authority(post.key(), all, asOf),
                reporting(post),
                qualifications(post.key(), asOf),
                records(own));
    }

    private List<DutyGroup> groups(PostKey post, List<DescribedDuty> own) {
        Map<Optional<Cadence>, List<DescribedDuty>> byCadence =
                own.stream()
                        .collect(
                                Collectors.groupingBy(
                                        DescribedDuty::cadence,
                                        () -> new TreeMap<>(CALENDAR_FIRST),
                                        Collectors.toList()));
        return byCadence.entrySet().stream()
                .map(group -> new DutyGroup(group.getKey(), lines(post, group.getValue())))
                .toList();
    }

    /** What is dated first; otherwise the order of the catalogue, which sorting keeps. */
    private List<DutyLine> lines(PostKey post, List<DescribedDuty> group) {
        return group.stream()
                .sorted(Comparator.comparing(duty -> !duty.isDated()))
                .map(duty -> line(post, duty))
                .toList();
    }

    private DutyLine line(PostKey post, DescribedDuty duty) {
        return new DutyLine(
                duty,
                duty.deadlines().stream().map(this::named).toList(),
                duty.approvers().stream()
                        .filter(approver -> !approver.equals(post))
                        .map(this::title)
                        .map(named -> named.name().orElse(new Label(named.code(), named.code())))
                        .toList());
    }

    private List<Power> authority(PostKey post, List<DescribedDuty> all, LocalDate asOf) {
        Stream<Power> decides =
                facts.facts().stream()
                        .filter(fact -> fact.holds(PostFact.Kind.AUTHORITY, post, asOf))
                        .map(
                                fact ->
                                        new Power(
                                                Power.Act.DECIDES,
                                                fact.label(),
                                                fact.limit().map(Money::toString)));
        Stream<Power> confirms =
                all.stream()
                        .filter(duty -> duty.isConfirmedBy(post))
                        .map(duty -> new Power(Power.Act.CONFIRMS, duty.label(), Optional.empty()));
        return Stream.concat(decides, confirms).toList();
    }

    private Reporting reporting(Post post) {
        return new Reporting(
                title(post.reportsTo()),
                posts.all().stream()
                        .filter(other -> other.reportsTo().equals(post.key()))
                        .map(other -> new Named(other.key().value(), Optional.of(other.label())))
                        .toList());
    }

    private List<Label> qualifications(PostKey post, LocalDate asOf) {
        return facts.facts().stream()
                .filter(fact -> fact.holds(PostFact.Kind.QUALIFICATION, post, asOf))
                .map(PostFact::label)
                .toList();
    }

    private List<Named> records(List<DescribedDuty> own) {
        return own.stream()
                .flatMap(duty -> duty.evidence().stream())
                .filter(record -> record.startsWith("R-"))
                .distinct()
                .sorted()
                .map(this::named)
                .toList();
    }

    private Named named(String code) {
        return new Named(code, Optional.ofNullable(facts.names().get(code)));
    }

    private Named title(PostKey key) {
        Optional<Label> name = posts.find(key).map(Post::label).or(() -> posts.outerSuperior(key));
        return new Named(key.value(), name);
    }

    private static Refusal unknown(PostKey post) {
        return new Refusal(DescriptionRefusal.POST_UNKNOWN, Map.of("post", post.value()));
    }
}
