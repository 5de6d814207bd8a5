package dev.guanjia.server.web;

import dev.guanjia.asset.AssetRate;
import dev.guanjia.asset.RepairHistory.Entry;
import dev.guanjia.money.Rational;
import dev.guanjia.server.api.model.Downtime;
import dev.guanjia.server.api.model.DowntimeCreate;
import dev.guanjia.server.api.model.EquipmentCosts;
import dev.guanjia.server.api.model.EquipmentFailureRate;
import dev.guanjia.server.api.model.EquipmentFailureRow;
import dev.guanjia.server.api.model.EquipmentRepair;
import dev.guanjia.server.api.model.EquipmentRepairCreate;
import dev.guanjia.server.api.model.Money;
import dev.guanjia.server.api.model.Outage;
import dev.guanjia.server.application.DowntimeDesk;
import dev.guanjia.server.application.EquipmentRepairDesk;
import dev.guanjia.server.application.EquipmentRepairDesk.Costs;
import dev.guanjia.server.application.FailureRates.Answer;
import dev.guanjia.server.application.FailureRates.Question;
import dev.guanjia.server.store.DowntimeStore.DowntimeRow;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/** Outages, failure rates and repairs of equipment on the wire. */
final class EquipmentUseMapping {

    private static final int DECIMALS = 6;

    private EquipmentUseMapping() {}

    static DowntimeDesk.Draft draft(DowntimeCreate body) {
        OffsetDateTime ended = body.getEndedAt();
        return new DowntimeDesk.Draft(
                body.getReference(),
                body.getCause(),
                body.getBeganAt().toInstant(),
                ended == null ? null : ended.toInstant());
    }

    static Downtime downtime(DowntimeRow row) {
        dev.guanjia.asset.Downtime downtime = row.downtime();
        return new Downtime(
                        row.id(),
                        downtime.equipment().value(),
                        downtime.reference(),
                        downtime.cause().name(),
                        Wire.at(downtime.from()))
                .endedAt(downtime.to().map(Wire::at).orElse(null));
    }

    static Outage outage(DowntimeDesk.Outage outage) {
        return new Outage(
                outage.cause().name(),
                Wire.at(outage.time().start()),
                Wire.at(outage.time().end()));
    }

    static Question question(
            String period, String community, String kind, @Nullable String method) {
        return new Question(YearMonth.parse(period), community, kind, method);
    }

    static EquipmentFailureRate rate(Question question, Answer answer) {
        AssetRate rate = answer.rate();
        return new EquipmentFailureRate(
                        question.community(),
                        question.kind(),
                        question.month().toString(),
                        answer.method().name(),
                        Wire.at(answer.knownUntil()),
                        text(rate.numerator()),
                        text(rate.denominator()),
                        rate.rows().size())
                .rate(rate.value().map(EquipmentUseMapping::text).orElse(null));
    }

    static EquipmentFailureRow row(AssetRate.Row row) {
        return new EquipmentFailureRow(
                row.equipment().value(), text(row.part()), text(row.whole()), row.references());
    }

    /** Exact where six decimals suffice. */
    static String text(Rational number) {
        BigDecimal rounded = number.toDecimal(DECIMALS, RoundingMode.HALF_UP);
        return rounded.stripTrailingZeros().toPlainString();
    }

    static EquipmentRepairDesk.Draft draft(EquipmentRepairCreate body) {
        @Nullable Money cost = body.getCost();
        return new EquipmentRepairDesk.Draft(
                body.getWorkOrderId(),
                body.getRepairedOn(),
                body.getWork(),
                cost == null ? null : cost.getAmount(),
                cost == null ? null : cost.getCurrency());
    }

    static EquipmentRepair repair(Entry entry) {
        return new EquipmentRepair(
                        entry.id(),
                        entry.equipment().value(),
                        entry.order(),
                        entry.day(),
                        entry.work())
                .cost(entry.cost().map(Wire::money).orElse(null));
    }

    static EquipmentCosts costs(String id, Costs costs) {
        return new EquipmentCosts(
                id, costs.sums().stream().map(Wire::money).toList(), costs.entries());
    }
}
