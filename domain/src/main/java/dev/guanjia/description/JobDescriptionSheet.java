package dev.guanjia.description;

import dev.guanjia.calendar.Cadence;
import dev.guanjia.description.JobDescription.DutyGroup;
import dev.guanjia.description.JobDescription.DutyLine;
import dev.guanjia.description.JobDescription.Heading;
import dev.guanjia.description.JobDescription.Named;
import dev.guanjia.description.JobDescription.Power;
import dev.guanjia.description.JobDescription.Reporting;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Lays a job description out in the words of one language. */
record JobDescriptionSheet(JobDescription job, PageWords words) {

    Sheet sheet() {
        List<Sheet.Block> blocks = new ArrayList<>();
        blocks.add(head(job.heading()));
        overview(blocks);
        duties(blocks);
        authority(blocks);
        reporting(blocks);
        qualifications(blocks);
        records(blocks);
        String title = words.text("title", words.pick(job.heading().title()));
        return new Sheet(words.text("lang"), title, blocks);
    }

    private Sheet.Block head(Heading heading) {
        return new Sheet.Grid(
                Stream.of("field.post", "field.key", "field.function", "field.as-of")
                        .map(words::text)
                        .toList(),
                List.of(
                        List.of(
                                words.pick(heading.title()),
                                heading.post().value(),
                                heading.function().map(this::function).orElse(words.text("blank")),
                                heading.asOf().toString())));
    }

    private String function(String code) {
        return words.find("function." + code).orElse(code);
    }

    private void overview(List<Sheet.Block> blocks) {
        blocks.add(section("overview"));
        blocks.add(
                new Sheet.Paragraph(
                        job.overview().map(words::pick).orElse(words.text("overview.none"))));
    }

    private void duties(List<Sheet.Block> blocks) {
        blocks.add(section("duties"));
        if (job.duties().isEmpty()) {
            blocks.add(new Sheet.Paragraph(words.text("duties.none")));
        }
        for (DutyGroup group : job.duties()) {
            String cadence = group.cadence().map(Cadence::code).orElse("none");
            blocks.add(new Sheet.Heading(3, words.text("cadence." + cadence)));
            blocks.add(
                    new Sheet.Grid(
                            Stream.of("key", "text", "deadline", "evidence", "approver")
                                    .map(column -> words.text("duties." + column))
                                    .toList(),
                            group.lines().stream().map(line -> cells(group, line)).toList()));
        }
    }

    private List<String> cells(DutyGroup group, DutyLine line) {
        Stream<String> others =
                line.duty().cadences().stream()
                        .filter(cadence -> group.cadence().filter(cadence::equals).isEmpty())
                        .map(cadence -> words.text("cadence." + cadence.code()))
                        .map(cadence -> words.text("duties.also", cadence));
        Stream<String> deadlines = line.deadlines().stream().map(words::deadline);
        return List.of(
                line.duty().id().value(),
                words.pick(line.duty().label()),
                join(Stream.concat(deadlines, others), "comma"),
                join(line.duty().evidence().stream(), "comma"),
                join(line.approvers().stream().map(words::pick), "separator"));
    }

    private void authority(List<Sheet.Block> blocks) {
        blocks.add(section("authority"));
        if (job.authority().isEmpty()) {
            blocks.add(new Sheet.Paragraph(words.text("authority.none")));
        }
        for (Power.Act act : Power.Act.values()) {
            List<String> lines =
                    job.authority().stream()
                            .filter(power -> power.act() == act)
                            .map(this::power)
                            .toList();
            if (!lines.isEmpty()) {
                blocks.add(new Sheet.Heading(3, words.text(key(act))));
                blocks.add(new Sheet.Bullets(lines));
            }
        }
    }

    private static String key(Power.Act act) {
        return switch (act) {
            case DECIDES -> "authority.decides";
            case CONFIRMS -> "authority.confirms";
        };
    }

    private String power(Power power) {
        return Stream.concat(
                        Stream.of(words.pick(power.label())),
                        power.limit().map(limit -> words.text("authority.limit", limit)).stream())
                .collect(Collectors.joining(words.text("comma")));
    }

    private void reporting(List<Sheet.Block> blocks) {
        Reporting reporting = job.reporting();
        String reports =
                reporting.reports().isEmpty()
                        ? words.text("reporting.nobody")
                        : join(reporting.reports().stream().map(words::name), "separator");
        blocks.add(section("reporting"));
        blocks.add(
                new Sheet.Grid(
                        List.of(words.text("reporting.superior"), words.text("reporting.reports")),
                        List.of(List.of(words.name(reporting.superior()), reports))));
    }

    private void qualifications(List<Sheet.Block> blocks) {
        blocks.add(section("qualifications"));
        blocks.add(
                job.qualifications().isEmpty()
                        ? new Sheet.Paragraph(words.text("qualifications.none"))
                        : new Sheet.Bullets(
                                job.qualifications().stream().map(words::pick).toList()));
    }

    private void records(List<Sheet.Block> blocks) {
        blocks.add(section("records"));
        if (job.records().isEmpty()) {
            blocks.add(new Sheet.Paragraph(words.text("records.none")));
            return;
        }
        blocks.add(
                new Sheet.Grid(
                        List.of(words.text("records.key"), words.text("records.name")),
                        job.records().stream().map(this::record).toList()));
    }

    private List<String> record(Named record) {
        return List.of(record.code(), record.name().map(words::pick).orElse(words.text("blank")));
    }

    private Sheet.Block section(String name) {
        return new Sheet.Heading(2, words.text("heading." + name));
    }

    private String join(Stream<String> parts, String separator) {
        String joined = parts.collect(Collectors.joining(words.text(separator)));
        return joined.isEmpty() ? words.text("blank") : joined;
    }
}
