package dev.guanjia.server.web;

import dev.guanjia.calendar.Cadence;
import dev.guanjia.description.JobDescription.DutyGroup;
import dev.guanjia.description.JobDescription.DutyLine;
import dev.guanjia.description.JobDescription.Named;
import dev.guanjia.description.JobDescription.Power;
import dev.guanjia.organisation.PostKey;
import dev.guanjia.server.api.model.CodeName;
import dev.guanjia.server.api.model.JobDescription;
import dev.guanjia.server.api.model.JobDuty;
import dev.guanjia.server.api.model.JobDutyGroup;
import dev.guanjia.server.api.model.JobPower;
import java.util.List;
import java.util.stream.IntStream;

/** Job descriptions on the wire. */
final class JobDescriptionMapping {

    private JobDescriptionMapping() {}

    static JobDescription job(dev.guanjia.description.JobDescription job) {
        return new JobDescription(
                        job.heading().post().value(),
                        Wire.label(job.heading().title()),
                        job.heading().asOf(),
                        job.duties().stream().map(group -> group(job, group)).toList(),
                        job.authority().stream().map(JobDescriptionMapping::power).toList(),
                        name(job.reporting().superior()),
                        names(job.reporting().reports()),
                        job.qualifications().stream().map(Wire::label).toList(),
                        names(job.records()))
                .function(job.heading().function().orElse(null))
                .overview(job.overview().map(Wire::label).orElse(null));
    }

    private static JobDutyGroup group(dev.guanjia.description.JobDescription job, DutyGroup group) {
        return new JobDutyGroup(group.lines().stream().map(line -> duty(job, line)).toList())
                .cadence(group.cadence().map(Cadence::name).orElse(null));
    }

    private static JobDuty duty(dev.guanjia.description.JobDescription job, DutyLine line) {
        return new JobDuty(
                line.duty().id().value(),
                Wire.label(line.duty().label()),
                names(line.deadlines()),
                line.duty().evidence().stream().map(code -> record(job, code)).toList(),
                approvers(job, line));
    }

    private static CodeName record(dev.guanjia.description.JobDescription job, String code) {
        return job.records().stream()
                .filter(known -> known.code().equals(code))
                .findFirst()
                .map(JobDescriptionMapping::name)
                .orElseGet(() -> new CodeName(code));
    }

    /** The line names its approvers in the order of the duty, without the post itself. */
    private static List<CodeName> approvers(
            dev.guanjia.description.JobDescription job, DutyLine line) {
        List<PostKey> keys =
                line.duty().approvers().stream()
                        .filter(key -> !key.equals(job.heading().post()))
                        .toList();
        return IntStream.range(0, keys.size())
                .mapToObj(
                        i ->
                                new CodeName(keys.get(i).value())
                                        .label(Wire.label(line.approvers().get(i))))
                .toList();
    }

    private static JobPower power(Power power) {
        return new JobPower(power.act().name(), Wire.label(power.label()))
                .limit(power.limit().orElse(null));
    }

    private static List<CodeName> names(List<Named> names) {
        return names.stream().map(JobDescriptionMapping::name).toList();
    }

    private static CodeName name(Named named) {
        return new CodeName(named.code()).label(named.name().map(Wire::label).orElse(null));
    }
}
