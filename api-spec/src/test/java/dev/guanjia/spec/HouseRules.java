package dev.guanjia.spec;

import java.util.List;
import java.util.stream.Stream;

/** All demands on the document. */
final class HouseRules {

    static final List<Rule> ALL =
            Stream.of(NameRules.ALL, SchemaRules.ALL, OperationRules.ALL, AnswerRules.ALL)
                    .flatMap(List::stream)
                    .toList();

    private HouseRules() {}
}
