package dev.guanjia.server.web;

import dev.guanjia.money.Rational;
import dev.guanjia.organisation.PostKey;
import dev.guanjia.property.UnitId;
import dev.guanjia.server.api.model.CallBack;
import dev.guanjia.server.api.model.CallBackPolicy;
import dev.guanjia.server.api.model.CallBackRate;
import dev.guanjia.server.api.model.CallBackRateRow;
import dev.guanjia.server.api.model.CallBackRates;
import dev.guanjia.server.api.model.CallBackReason;
import dev.guanjia.server.api.model.CallBackSample;
import dev.guanjia.server.api.model.CallBackSampleOrder;
import dev.guanjia.server.api.model.CallBackTask;
import dev.guanjia.server.api.model.WorkOrderRating;
import dev.guanjia.server.application.CallBackBook.Matter;
import dev.guanjia.server.application.CallBackPolicyDesk.Shown;
import dev.guanjia.server.application.CallBackReader.Query;
import dev.guanjia.server.application.CallBackReader.Rates;
import dev.guanjia.server.concurrency.Version;
import dev.guanjia.server.store.CallBackSampleStore.Draw;
import dev.guanjia.server.store.CallBackSampleStore.DrawnRow;
import dev.guanjia.server.store.CallBackSampleStore.SampleRow;
import dev.guanjia.server.store.CallBackStore.CallRow;
import dev.guanjia.server.store.RatingStore.RatingRow;
import dev.guanjia.workorder.Intake;
import dev.guanjia.workorder.WorkOrder;
import dev.guanjia.workorder.callback.CallBack.Result;
import dev.guanjia.workorder.callback.CallBackFile;
import dev.guanjia.workorder.callback.CallBackRule;
import dev.guanjia.workorder.callback.CallBackRule.Mode;
import dev.guanjia.workorder.callback.Rating;
import dev.guanjia.workorder.lifecycle.CustomerClass;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Call-backs on the wire. */
final class CallBackMapping {

    private static final Rational HUNDRED = Rational.of(100, 1);
    private static final int DECIMALS = 4;

    private CallBackMapping() {}

    static CallBackPolicy policy(Shown shown) {
        dev.guanjia.workorder.callback.CallBackPolicy policy = shown.row().policy();
        CustomerClass customer = policy.subject().customer();
        return new CallBackPolicy(
                        policy.id(),
                        policy.subject().kind().name(),
                        policy.rule().mode().name(),
                        posts(policy.callers().posts()),
                        policy.callers().sameDepartment(),
                        Wire.label(policy.label()),
                        policy.from(),
                        shown.own(),
                        policy.source())
                .customer(customer == null ? null : customer.name())
                .percent(percent(policy.rule()))
                .seed(shown.row().seed());
    }

    private static @Nullable String percent(CallBackRule rule) {
        return rule.mode() != Mode.SAMPLE
                ? null
                : rule.share()
                        .times(HUNDRED)
                        .toDecimal(DECIMALS, RoundingMode.HALF_UP)
                        .stripTrailingZeros()
                        .toPlainString();
    }

    private static List<String> posts(List<PostKey> posts) {
        return posts.stream().map(PostKey::value).toList();
    }

    static CallBackReason reason(dev.guanjia.workorder.callback.CallBackReason reason) {
        return new CallBackReason(
                reason.id(),
                Wire.label(reason.label()),
                reason.result().name(),
                reason.from(),
                reason.source());
    }

    static CallBackTask task(Matter matter) {
        WorkOrder order = matter.row().order();
        Intake intake = order.intake();
        UnitId unit = intake.unit();
        Instant ended =
                Optional.ofNullable(order.handling().endedAt())
                        .orElse(order.handling().lastEventAt());
        return new CallBackTask(
                        order.id().value(),
                        intake.kind().name(),
                        order.state().name(),
                        intake.title(),
                        intake.community().value(),
                        Wire.at(ended),
                        cause(matter),
                        posts(matter.callers().posts()),
                        count(matter.file(), call -> isAttempt(call) && !call.at().isBefore(ended)),
                        Version.tag(matter.row().version()))
                .unitId(unit == null ? null : unit.value())
                .policyId(matter.policy().orElse(null))
                .sampleId(matter.sample().orElse(null));
    }

    private static String cause(Matter matter) {
        if (matter.policy().isPresent()) {
            return "POLICY";
        }
        if (matter.sample().isPresent()) {
            return "SAMPLE";
        }
        return matter.file().isRatedBadly() ? "RATING" : "CALL";
    }

    private static boolean isAttempt(dev.guanjia.workorder.callback.CallBack call) {
        return call.result() == Result.UNANSWERED;
    }

    private static int count(
            CallBackFile file, Predicate<dev.guanjia.workorder.callback.CallBack> which) {
        return Math.toIntExact(file.calls().stream().filter(which).count());
    }

    static CallBack call(CallRow row) {
        dev.guanjia.workorder.callback.CallBack call = row.call();
        return new CallBack(
                        row.id(),
                        row.orderId(),
                        call.way().name(),
                        call.result().name(),
                        call.reasons(),
                        row.state(),
                        Wire.at(call.at()),
                        call.caller().staff().value(),
                        call.caller().post().value(),
                        Wire.at(row.recordedAt()))
                .note(row.note());
    }

    static WorkOrderRating rating(RatingRow row) {
        Rating rating = row.rating();
        return new WorkOrderRating(
                        row.id(),
                        row.orderId(),
                        rating.result().name(),
                        rating.reasons(),
                        Wire.at(rating.at()),
                        rating.by().staff().value(),
                        rating.by().post().value(),
                        Wire.at(row.recordedAt()))
                .note(row.note());
    }

    static CallBackSample sample(SampleRow row) {
        Draw draw = row.draw();
        return new CallBackSample(
                        row.id(),
                        draw.communityId(),
                        draw.period(),
                        draw.percent(),
                        draw.seed(),
                        row.finished(),
                        row.drawn(),
                        Wire.at(row.recordedAt()))
                .kind(draw.kind());
    }

    static CallBackSampleOrder drawn(DrawnRow row) {
        return new CallBackSampleOrder(row.orderId(), row.place());
    }

    static CallBackRates rates(Query query, Rates rates) {
        List<CallBackFile> files = rates.files();
        return new CallBackRates(
                query.communityId(),
                query.period(),
                files(files, file -> !file.calls().isEmpty()),
                files(files, file -> file.latest().isPresent()),
                files(files, file -> !file.ratings().isEmpty()),
                files(files, file -> isLast(file, Result.SATISFIED)),
                files(files, file -> isLast(file, Result.UNSATISFIED)),
                rate(rates.calledBack()),
                rate(rates.satisfied()),
                rate(rates.satisfiedAtOnce()));
    }

    private static boolean isLast(CallBackFile file, Result result) {
        List<Result> words = file.words();
        return !words.isEmpty() && words.get(words.size() - 1) == result;
    }

    private static int files(List<CallBackFile> files, Predicate<CallBackFile> which) {
        return Math.toIntExact(files.stream().filter(which).count());
    }

    private static CallBackRate rate(dev.guanjia.workorder.callback.CallBackRate rate) {
        return new CallBackRate(rate.part().size(), rate.whole().size())
                .percent(
                        rate.rate()
                                .map(
                                        exact ->
                                                exact.times(HUNDRED)
                                                        .toDecimal(2, RoundingMode.HALF_UP)
                                                        .toPlainString())
                                .orElse(null));
    }

    static CallBackRateRow row(Matter matter) {
        CallBackFile file = matter.file();
        return new CallBackRateRow(
                        matter.row().id(),
                        matter.row().order().intake().kind().name(),
                        file.required(),
                        count(file, call -> !isAttempt(call)),
                        count(file, CallBackMapping::isAttempt))
                .first(file.first().map(Result::name).orElse(null))
                .latest(file.latest().map(Result::name).orElse(null))
                .rating(
                        file.ratings().stream()
                                .reduce((earlier, later) -> later)
                                .map(rating -> rating.result().name())
                                .orElse(null));
    }
}
