package dev.guanjia.workorder.dispatch;

import dev.guanjia.decision.Decision;
import dev.guanjia.decision.Refusal;
import dev.guanjia.organisation.StaffId;
import dev.guanjia.organisation.staff.Fitness;
import dev.guanjia.workorder.dispatch.Rank.Criterion;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Who can be sent to a job, best first, and why the others cannot. Source: 05 S10 B 1, 2 and 7; 01
 * OCC-CERT (持证上岗).
 *
 * <p>Shape: every worker stands in exactly one of the two; the order of the input does not matter.
 *
 * @param job the job
 * @param ranked who can be sent: least load, then longest without a job, then staff id
 * @param excluded every reason against each of the others, most important first
 */
public record Proposal(Job job, List<Rank> ranked, SortedMap<StaffId, List<Refusal>> excluded) {

    /** Copies. */
    public Proposal {
        ranked = List.copyOf(ranked);
        excluded = Collections.unmodifiableSortedMap(new TreeMap<>(excluded));
    }

    /**
     * Looks at workers.
     *
     * @param workers each person at most once
     * @param job what is to be done where and when
     * @param fitness what posts need, and who has what
     * @return the proposal
     * @throws IllegalArgumentException if a person stands twice
     */
    public static Proposal of(Collection<Worker> workers, Job job, Fitness fitness) {
        Eligibility eligibility = new Eligibility(job, fitness);
        SortedMap<StaffId, List<Refusal>> excluded = new TreeMap<>();
        List<Worker> eligible = new ArrayList<>();
        SortedMap<StaffId, Worker> all = new TreeMap<>();
        for (Worker worker : workers) {
            if (all.put(worker.staff(), worker) != null) {
                throw new IllegalArgumentException("stands twice: " + worker.staff());
            }
            List<Refusal> reasons = eligibility.against(worker);
            if (reasons.isEmpty()) {
                eligible.add(worker);
            } else {
                excluded.put(worker.staff(), reasons);
            }
        }
        eligible.sort(Criterion::compare);
        return new Proposal(job, rank(eligible), excluded);
    }

    /**
     * Whether a worker can be sent.
     *
     * @param staff the worker
     * @return the worker's rank, or refused with every reason, or with {@code WORKER_UNKNOWN}
     */
    public Decision<Rank> check(StaffId staff) {
        Optional<Rank> rank =
                ranked.stream().filter(row -> row.worker().staff().equals(staff)).findFirst();
        return rank.map(Decision::accept)
                .orElseGet(
                        () ->
                                Decision.refuse(
                                        excluded.getOrDefault(
                                                staff,
                                                List.of(
                                                        DispatchRefusal.WORKER_UNKNOWN.because(
                                                                staff)))));
    }

    /**
     * Who can be sent.
     *
     * @return best first
     */
    public List<StaffId> eligible() {
        return ranked.stream().map(rank -> rank.worker().staff()).toList();
    }

    <T> Decision<T> nobody() {
        return Decision.refuse(
                List.of(
                        DispatchRefusal.NOBODY_ELIGIBLE.because(
                                "looked", String.valueOf(ranked.size() + excluded.size()))));
    }

    private static List<Rank> rank(List<Worker> eligible) {
        if (eligible.size() == 1) {
            return List.of(new Rank(1, eligible.get(0), Criterion.ALONE));
        }
        List<Rank> ranks = new ArrayList<>();
        for (int i = 0; i < eligible.size(); i++) {
            Worker beside = eligible.get(i == 0 ? 1 : i - 1);
            Worker worker = eligible.get(i);
            ranks.add(new Rank(i + 1, worker, Criterion.between(worker, beside)));
        }
        return ranks;
    }
}
