package dev.guanjia.workorder.dispatch;

import dev.guanjia.decision.Refusal;
import dev.guanjia.organisation.PostKey;
import dev.guanjia.organisation.StaffId;
import dev.guanjia.organisation.staff.Fitness;
import dev.guanjia.organisation.staff.QualificationKey;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Why somebody cannot be sent to a job: every reason, most important first. */
record Eligibility(Job job, Fitness fitness) {

    List<Refusal> against(Worker worker) {
        List<Refusal> reasons = new ArrayList<>(unfit(worker.staff(), worker.post()));
        if (worker.staff().equals(job.requester())) {
            reasons.add(DispatchRefusal.REQUESTER.because(worker.staff()));
        }
        if (!worker.areas().contains(job.area())) {
            reasons.add(
                    DispatchRefusal.OTHER_AREA.because(
                            worker.staff(),
                            "area",
                            job.area(),
                            "areas",
                            String.join(" ", worker.areas())));
        }
        reasons.addAll(away(worker));
        if ((long) worker.load() + job.weight() > worker.limit()) {
            reasons.add(
                    DispatchRefusal.LOAD_AT_LIMIT.because(
                            worker.staff(),
                            "load",
                            String.valueOf(worker.load()),
                            "weight",
                            String.valueOf(job.weight()),
                            "limit",
                            String.valueOf(worker.limit())));
        }
        return reasons;
    }

    private List<Refusal> away(Worker worker) {
        List<OnDuty> times =
                worker.times().stream().filter(time -> time.span().contains(job.at())).toList();
        if (times.isEmpty()) {
            return List.of(
                    DispatchRefusal.OFF_SHIFT.because(worker.staff(), "at", job.at().toString()));
        }
        return job.emergency() || times.stream().anyMatch(time -> !time.onCall())
                ? List.of()
                : List.of(
                        DispatchRefusal.ON_CALL_ONLY.because(
                                worker.staff(), "at", job.at().toString()));
    }

    /** Whether the post does such work, what it needs, and what the job needs besides. */
    List<Refusal> unfit(StaffId staff, PostKey post) {
        List<Refusal> reasons = new ArrayList<>(otherTrade(staff, post));
        reasons.addAll(
                fitness.dispatch(staff, post, job.day())
                        .fold(fit -> List.of(), refused -> refused));
        job.needs().stream()
                .filter(kind -> reasons.stream().noneMatch(row -> isAbout(row, kind)))
                .filter(kind -> !fitness.qualifications().valid(staff, kind, job.day()))
                .map(kind -> lacking(staff, kind))
                .toList()
                .forEach(reasons::add);
        return reasons;
    }

    private List<Refusal> otherTrade(StaffId staff, PostKey post) {
        if (job.demand().posts().contains(post)) {
            return List.of();
        }
        String posts =
                job.demand().posts().stream().map(PostKey::value).collect(Collectors.joining(", "));
        return List.of(
                DispatchRefusal.OTHER_TRADE.because(
                        staff,
                        "post",
                        post.value(),
                        "kind",
                        job.demand().kind().name(),
                        "posts",
                        posts));
    }

    private static boolean isAbout(Refusal reason, QualificationKey kind) {
        return kind.value().equals(reason.facts().get("kind"));
    }

    private Refusal lacking(StaffId staff, QualificationKey kind) {
        String day = job.day().toString();
        return fitness.qualifications()
                .lapsed(staff, kind, job.day())
                .map(
                        last ->
                                DispatchRefusal.CERTIFICATE_LAPSED.because(
                                        staff,
                                        "kind",
                                        kind.value(),
                                        "last",
                                        last.toString(),
                                        "day",
                                        day))
                .orElseGet(
                        () ->
                                DispatchRefusal.CERTIFICATE_MISSING.because(
                                        staff, "kind", kind.value(), "day", day));
    }
}
