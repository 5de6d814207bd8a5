package dev.guanjia.server.application;

import dev.guanjia.decision.Refusal;
import dev.guanjia.organisation.Actor;
import dev.guanjia.organisation.Assignments;
import dev.guanjia.organisation.PostKey;
import dev.guanjia.organisation.StaffId;
import dev.guanjia.organisation.staff.Fitness;
import dev.guanjia.organisation.staff.Qualifications;
import dev.guanjia.organisation.staff.Requirements;
import dev.guanjia.security.shift.Roster.Turn;
import dev.guanjia.server.application.OrderJobs.Work;
import dev.guanjia.server.store.DispatchProfileStore;
import dev.guanjia.server.store.DispatchProfileStore.ProfileRow;
import dev.guanjia.server.store.DutySpanStore;
import dev.guanjia.server.store.QualificationStore;
import dev.guanjia.server.store.RosterStore;
import dev.guanjia.server.store.WorkloadStore;
import dev.guanjia.workorder.dispatch.Job;
import dev.guanjia.workorder.dispatch.OnDuty;
import dev.guanjia.workorder.dispatch.Proposal;
import dev.guanjia.workorder.dispatch.Rank;
import dev.guanjia.workorder.dispatch.Worker;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.springframework.stereotype.Component;

/** Gathers who could be sent to work orders. */
@Component
class Crews {

    private final DispatchProfileStore profiles;
    private final DutySpanStore spans;
    private final RosterStore rosters;
    private final WorkloadStore loads;
    private final QualificationStore qualifications;
    private final Requirements requirements;
    private final CompanyRules rules;
    private final CompanyTrees trees;

    Crews(
            DispatchProfileStore profiles,
            DutySpanStore spans,
            RosterStore rosters,
            WorkloadStore loads,
            QualificationStore qualifications,
            Requirements requirements,
            CompanyRules rules,
            CompanyTrees trees) {
        this.profiles = profiles;
        this.spans = spans;
        this.rosters = rosters;
        this.loads = loads;
        this.qualifications = qualifications;
        this.requirements = requirements;
        this.rules = rules;
        this.trees = trees;
    }

    /** Everybody as of a moment. */
    Crew at(String tenant, Instant at) {
        return new Crew(
                profiles.all(tenant),
                new Figures(times(tenant, at), loads.loads(tenant, at), loads.lastSent(tenant, at)),
                rules.assignments(tenant),
                trees.of(tenant),
                requirements,
                qualifications.all(tenant));
    }

    /** Who has a turn at a station is at work then, as who was entered by hand. */
    private Map<StaffId, List<OnDuty>> times(String tenant, Instant at) {
        Map<StaffId, List<OnDuty>> times = new TreeMap<>();
        spans.at(tenant, at).forEach((staff, own) -> times.put(staff, new ArrayList<>(own)));
        for (Turn turn : rosters.at(tenant, at)) {
            times.computeIfAbsent(turn.staff(), staff -> new ArrayList<>())
                    .add(new OnDuty(turn.span(), false));
        }
        return times;
    }

    /** When people are on duty, what they carry, and when they were last sent. */
    record Figures(
            Map<StaffId, List<OnDuty>> times,
            Map<StaffId, Integer> loads,
            Map<StaffId, Instant> sent) {}

    /**
     * Where a job is.
     *
     * @param community the whole
     * @param area the building, or the community where it is in none
     */
    record Area(String community, String area) {}

    /** Who could be sent, by what the company knows of them. */
    record Crew(
            List<ProfileRow> profiles,
            Figures figures,
            Assignments assignments,
            CompanyTree tree,
            Requirements requirements,
            Qualifications qualifications) {

        /** The same of one person alone. */
        Crew only(String staffId) {
            return new Crew(
                    profiles.stream().filter(row -> row.staffId().equals(staffId)).toList(),
                    figures,
                    assignments,
                    tree,
                    requirements,
                    qualifications);
        }

        /** Who can be sent; whoever no longer holds the post of their profile can not. */
        Proposal propose(Work work) {
            Job job = work.job();
            List<Worker> workers = new ArrayList<>();
            SortedMap<StaffId, List<Refusal>> left = new TreeMap<>();
            for (ProfileRow row : inForce(job.day())) {
                StaffId staff = new StaffId(row.staffId());
                List<Refusal> notHeld = notHeld(staff, row, job.day());
                if (notHeld.isEmpty()) {
                    workers.add(worker(staff, row, work.area()));
                } else {
                    left.put(staff, notHeld);
                }
            }
            Fitness fitness = new Fitness(tree.resolution(job.day()), requirements, qualifications);
            Proposal proposal = Proposal.of(workers, job, fitness);
            left.putAll(proposal.excluded());
            return new Proposal(job, proposal.ranked(), left);
        }

        private Iterable<ProfileRow> inForce(LocalDate day) {
            Map<String, ProfileRow> latest = new TreeMap<>();
            profiles.stream()
                    .filter(row -> !row.from().isAfter(day))
                    .forEach(row -> latest.put(row.staffId(), row));
            return latest.values();
        }

        private List<Refusal> notHeld(StaffId staff, ProfileRow row, LocalDate day) {
            return assignments
                    .act(new Actor(staff, new PostKey(row.post()), "profile"), day)
                    .fold(held -> List.of(), reasons -> reasons);
        }

        /** A community covers its buildings. */
        private Worker worker(StaffId staff, ProfileRow row, Area place) {
            SortedSet<String> areas = new TreeSet<>(row.areas());
            if (areas.contains(place.community())) {
                areas.add(place.area());
            }
            return new Worker(
                    staff,
                    new PostKey(row.post()),
                    areas,
                    figures.times().getOrDefault(staff, List.of()),
                    figures.loads().getOrDefault(staff, 0),
                    row.limit(),
                    figures.sent().get(staff));
        }
    }

    /** Everybody looked at, whether they can be sent or not. */
    static List<StaffId> members(Proposal proposal) {
        List<StaffId> all = new ArrayList<>(proposal.excluded().keySet());
        proposal.ranked().stream().map(Rank::worker).map(Worker::staff).forEach(all::add);
        return all;
    }
}
