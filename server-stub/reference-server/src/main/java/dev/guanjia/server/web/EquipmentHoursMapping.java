package dev.guanjia.server.web;

import dev.guanjia.asset.AssetRate;
import dev.guanjia.asset.RunningHours;
import dev.guanjia.calendar.Shift;
import dev.guanjia.server.api.model.EquipmentDailyHours;
import dev.guanjia.server.api.model.EquipmentIntactRate;
import dev.guanjia.server.api.model.EquipmentRunningHours;
import dev.guanjia.server.api.model.EquipmentRunningHoursCreate;
import dev.guanjia.server.application.FailureRates.Intact;
import dev.guanjia.server.application.RunningHoursDesk.Draft;
import dev.guanjia.server.application.RunningHoursDesk.Hours;
import java.time.DayOfWeek;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;

/** When equipment is meant to run, and how much of it does, on the wire. */
final class EquipmentHoursMapping {

    private EquipmentHoursMapping() {}

    static Draft draft(EquipmentRunningHoursCreate body) {
        @Nullable EquipmentDailyHours hours = body.getHours();
        return new Draft(
                body.getFrom(),
                hours == null
                        ? null
                        : new Hours(
                                LocalTime.parse(hours.getBegins()),
                                hours.getMinutes(),
                                hours.getDays()));
    }

    static EquipmentRunningHours row(RunningHours.Row row) {
        return new EquipmentRunningHours(row.equipment().value(), row.from())
                .hours(row.shift().map(EquipmentHoursMapping::hours).orElse(null));
    }

    private static EquipmentDailyHours hours(Shift shift) {
        return new EquipmentDailyHours(
                shift.begins().toString(),
                (int) shift.length().toMinutes(),
                shift.days().stream().map(DayOfWeek::name).toList());
    }

    static EquipmentIntactRate rate(String community, String kind, Intact answer) {
        AssetRate rate = answer.rate();
        return new EquipmentIntactRate(
                        community,
                        kind,
                        Wire.at(answer.at()),
                        EquipmentUseMapping.text(rate.numerator()),
                        EquipmentUseMapping.text(rate.denominator()),
                        rate.rows().size())
                .rate(rate.value().map(EquipmentUseMapping::text).orElse(null));
    }
}
