package dev.guanjia.server.web;

import dev.guanjia.money.Rational;
import dev.guanjia.security.patrol.CheckResult;
import dev.guanjia.security.patrol.Checkpoint;
import dev.guanjia.security.patrol.Finding;
import dev.guanjia.security.patrol.Reading;
import dev.guanjia.server.api.model.CheckpointResult;
import dev.guanjia.server.api.model.CheckpointResultCreate;
import dev.guanjia.server.api.model.PatrolFinding;
import dev.guanjia.server.api.model.PatrolReading;
import dev.guanjia.server.api.model.PatrolRound;
import dev.guanjia.server.application.PatrolRoundDesk.FoundDraft;
import dev.guanjia.server.application.PatrolRoundDesk.ReadingDraft;
import dev.guanjia.server.application.PatrolRoundReader.Shown;
import dev.guanjia.server.store.PatrolResultStore;
import dev.guanjia.server.store.PatrolRoundStore.RoundRow;
import java.util.List;

/** Rounds on the wire. */
final class PatrolRoundMapping {

    private PatrolRoundMapping() {}

    static FoundDraft found(CheckpointResultCreate body) {
        List<ReadingDraft> readings =
                body.getReadings().stream()
                        .map(
                                reading ->
                                        new ReadingDraft(
                                                reading.getItem(),
                                                reading.getPassed(),
                                                reading.getValue(),
                                                reading.getNote()))
                        .toList();
        return new FoundDraft(body.getReachedAt().toInstant(), readings);
    }

    static PatrolRound round(Shown shown) {
        RoundRow row = shown.row();
        dev.guanjia.security.patrol.PatrolRound round = row.round();
        return new PatrolRound(
                        round.id().value(),
                        row.communityId(),
                        row.planId(),
                        round.route().id(),
                        round.by().value(),
                        Wire.at(round.startedAt()),
                        round.state().name(),
                        round.results().stream().map(PatrolRoundMapping::result).toList(),
                        ids(round.missed(shown.asOf())),
                        ids(round.late()),
                        round.findings().stream().map(each -> finding(row, each)).toList())
                .finishedAt(round.finishedAt().map(Wire::at).orElse(null))
                .filedAt(round.filedAt().map(Wire::at).orElse(null));
    }

    private static List<String> ids(List<Checkpoint> points) {
        return points.stream().map(Checkpoint::id).toList();
    }

    private static CheckpointResult result(CheckResult result) {
        return new CheckpointResult(
                result.checkpoint(),
                Wire.at(result.at()),
                result.by().value(),
                result.readings().stream().map(PatrolRoundMapping::reading).toList());
    }

    private static PatrolReading reading(Reading reading) {
        return new PatrolReading(reading.item())
                .passed(reading.value().isPresent() ? null : reading.passed())
                .value(reading.value().map(Rational::decimalText).orElse(null))
                .note(reading.note().isEmpty() ? null : reading.note());
    }

    private static PatrolFinding finding(RoundRow row, Finding finding) {
        return new PatrolFinding(
                finding.checkpoint(),
                finding.item(),
                finding.place(),
                Wire.label(finding.text()),
                finding.severity().name(),
                Wire.at(finding.at()),
                row.orders().get(PatrolResultStore.key(finding.checkpoint(), finding.item())));
    }
}
