package dev.guanjia.server.demo;

import static dev.guanjia.server.demo.Office.key;

import dev.guanjia.client.Guanjia;
import dev.guanjia.client.model.CheckpointResultCreate;
import dev.guanjia.client.model.Label;
import dev.guanjia.client.model.PatrolAreaConformity;
import dev.guanjia.client.model.PatrolCheckpoint;
import dev.guanjia.client.model.PatrolConformity;
import dev.guanjia.client.model.PatrolPlanCreate;
import dev.guanjia.client.model.PatrolRoundCreate;
import dev.guanjia.client.model.PatrolRoundTransitionCreate;
import dev.guanjia.client.model.PatrolRouteCreate;
import dev.guanjia.client.model.ShiftCreate;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;

/** A night of the month after in which one area is patrolled once, where twice is the rule. */
final class PatrolStep {

    private static final LocalDate NIGHT = DemoPlan.MONTH.atEndOfMonth().plusDays(2);
    private static final List<String> AREAS = List.of("basement", "gate", "surroundings");
    private static final int MINUTES_APART = 10;

    private final Console console;
    private final Office office;

    PatrolStep(Console console, Office office) {
        this.console = console;
        this.office = office;
    }

    PatrolConformity run(String community) {
        shift();
        Guanjia manager = office.as("PROPERTY_MANAGER");
        String route = manager.patrols().createPatrolRoute(key("route"), route(community)).getId();
        PatrolPlanCreate plan =
                new PatrolPlanCreate()
                        .communityId(community)
                        .shiftId("night")
                        .dutyId("D-003-OML-04")
                        .post("STEWARD")
                        .minimum(2)
                        .routeIds(List.of(route))
                        .windows(List.of())
                        .from(NIGHT);
        String planned = manager.patrols().createPatrolPlan(key("patrol-plan"), plan).getId();
        walk(planned, route, 0, AREAS);
        walk(planned, route, 3, AREAS.subList(0, 2));
        PatrolConformity night =
                manager.patrols()
                        .listPatrolConformities(NIGHT, community, "night", null, null, 1, null)
                        .getItems()
                        .get(0);
        console.heading("patrol.heading", NIGHT);
        night.getAreas().forEach(this::print);
        return night;
    }

    private void shift() {
        ShiftCreate shift =
                new ShiftCreate()
                        .id("night")
                        .label(new Label().zh("夜班").en("Night shift"))
                        .begins("22:00")
                        .minutes(480)
                        .days(List.of("THURSDAY"))
                        .posts(List.of("STEWARD"))
                        .from(NIGHT);
        office.administrator().dutyCatalogue().setShift(key("shift"), shift);
    }

    private static PatrolRouteCreate route(String community) {
        PatrolRouteCreate route =
                new PatrolRouteCreate()
                        .communityId(community)
                        .label(new Label().zh("全园").en("Whole site"));
        for (String area : AREAS) {
            route.addCheckpointsItem(
                    new PatrolCheckpoint()
                            .id(area)
                            .area(area)
                            .place(area)
                            .withinMinutes(60)
                            .items(List.of()));
        }
        return route;
    }

    private void walk(String plan, String route, int hoursLater, List<String> reached) {
        Guanjia guard = office.as("STEWARD");
        OffsetDateTime start =
                NIGHT.atTime(22, 30).plusHours(hoursLater).atZone(DemoPlan.ZONE).toOffsetDateTime();
        PatrolRoundCreate begun =
                new PatrolRoundCreate().planId(plan).routeId(route).startedAt(start);
        String name = String.valueOf(hoursLater);
        String round = guard.patrols().startPatrolRound(key("round", name), begun).getId();
        OffsetDateTime at = start;
        for (String area : reached) {
            at = at.plusMinutes(MINUTES_APART);
            CheckpointResultCreate result =
                    new CheckpointResultCreate().checkpoint(area).reachedAt(at).readings(List.of());
            guard.patrols().recordCheckpointResult(round, key("point", name, area), result);
        }
        PatrolRoundTransitionCreate end =
                new PatrolRoundTransitionCreate().action("FINISH").occurredAt(at.plusMinutes(1));
        guard.patrols().transitionPatrolRound(round, key("finish", name), end);
    }

    private void print(PatrolAreaConformity area) {
        console.say(
                area.getMissing() == 0 ? "patrol.done" : "patrol.short",
                area.getArea(),
                area.getDone(),
                area.getPlanned(),
                area.getMissing());
    }
}
