package dev.guanjia.server.application;

import dev.guanjia.description.DutySource;
import dev.guanjia.description.JobDescription;
import dev.guanjia.description.JobDescriptions;
import dev.guanjia.description.JobFacts;
import dev.guanjia.description.PostFact;
import dev.guanjia.organisation.AuthorityKind;
import dev.guanjia.organisation.AuthorityLimit;
import dev.guanjia.organisation.PostKey;
import dev.guanjia.organisation.authority.AuthorityKinds;
import dev.guanjia.organisation.company.CompanyPost;
import dev.guanjia.organisation.company.HolderResolution;
import dev.guanjia.organisation.staff.Requirements;
import dev.guanjia.server.access.Caller;
import dev.guanjia.server.problem.Fault;
import dev.guanjia.server.problem.Refused;
import dev.guanjia.server.store.AuthorityLimitStore;
import dev.guanjia.server.store.AuthorityLimitStore.LimitRow;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.stereotype.Service;

/** What each post of a company is and does. */
@Service
public class JobDescriptionDesk {

    private static final Comparator<AuthorityKind> BY_KEY =
            Comparator.comparing(AuthorityKind::value);

    private final CompanyTrees trees;
    private final CompanyDays days;
    private final DutyBook duties;
    private final Requirements requirements;
    private final AuthorityLimitStore limits;
    private final AuthorityKinds kinds;

    JobDescriptionDesk(
            CompanyTrees trees,
            CompanyDays days,
            DutyBook duties,
            Requirements requirements,
            AuthorityLimitStore limits,
            AuthorityKinds kinds) {
        this.trees = trees;
        this.days = days;
        this.duties = duties;
        this.requirements = requirements;
        this.limits = limits;
        this.kinds = kinds;
    }

    /**
     * Describes a post.
     *
     * @param caller who asks
     * @param key the post
     * @param asOf the moment; empty for now
     * @return the job description of that day
     */
    public JobDescription of(Caller caller, String key, Optional<OffsetDateTime> asOf) {
        LocalDate day = days.day(asOf);
        CompanyTree tree = trees.of(caller.tenant());
        CompanyPost place = tree.post(key, day).orElseThrow(() -> Fault.notFound(key));
        HolderResolution company = tree.resolution(day);
        JobFacts facts =
                JobFacts.shipped(tree.company().model().template())
                        .with(qualifications(place.key(), company, day))
                        .with(authority(caller.tenant(), place.key(), day));
        return Refused.unlessAccepted(
                new JobDescriptions(
                                company.company(),
                                DutySource.of(duties.catalogue(caller.tenant()).heldBy(company)),
                                facts)
                        .of(place.key(), day));
    }

    private List<PostFact> qualifications(PostKey post, HolderResolution company, LocalDate day) {
        return requirements.of(post, company, day).stream()
                .map(row -> PostFact.qualification(post, row.label(), row.from()))
                .toList();
    }

    /** The limit of each kind that holds on the day: the one with the latest first day. */
    private List<PostFact> authority(String tenant, PostKey post, LocalDate day) {
        Map<AuthorityKind, AuthorityLimit> standing = new TreeMap<>(BY_KEY);
        limits.all(tenant).stream()
                .map(LimitRow::limit)
                .filter(limit -> limit.post().equals(post) && !limit.from().isAfter(day))
                .sorted(Comparator.comparing(AuthorityLimit::from))
                .forEach(limit -> standing.put(limit.kind(), limit));
        return standing.values().stream().map(limit -> fact(post, limit)).toList();
    }

    private PostFact fact(PostKey post, AuthorityLimit limit) {
        return new PostFact(
                PostFact.Kind.AUTHORITY,
                post,
                kinds.find(limit.kind()).orElseThrow().label(),
                Optional.of(limit.limit()),
                limit.from());
    }
}
