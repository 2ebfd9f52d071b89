package nl.meerwaarde.importing;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nl.meerwaarde.fhir.Problem;
import nl.meerwaarde.response.ResponseRules;
import org.hl7.fhir.r4.model.DomainResource;
import org.hl7.fhir.r4.model.Organization;
import org.hl7.fhir.r4.model.QuestionnaireResponse;

/** From a row of the file to resources. Pure: the same row always gives the same. Safe for several threads. */
final class RowTranslation {
    private final BoundMapping mapping;
    private final ResponseRules rules;

    RowTranslation(BoundMapping mapping, ResponseRules rules) {
        this.mapping = mapping;
        this.rules = rules;
    }

    /** Reads a row; a rejected one comes with everything that is wrong with it, not just the first thing. */
    RowReading read(CsvLine.Row row, RowIds ids) {
        RowCells cells = new RowCells(row, mapping.mapping());
        checkKeysAndConstants(cells);
        Optional<Organization> organization = RowOrganization.read(cells, mapping.mapping());
        List<DomainResource> resources = new ArrayList<>();
        resources.add(RowPatient.read(cells, mapping.mapping(), ids));
        Optional<RowEpisode> episode = RowEpisode.read(cells, mapping, ids, organization.orElse(null));
        episode.ifPresent(e -> resources.addAll(e.resources()));
        List<ImportedRow.Answered> responses = mapping.responses().stream()
                .map(asked -> RowAnswers.read(cells, asked, ids, episode.flatMap(RowEpisode::side)))
                .toList();
        responses.forEach(answered -> answered.response().ifPresent(resources::add));
        RowExpectations.read(cells, mapping, episode.flatMap(RowEpisode::model), ids)
                .ifPresent(resources::add);
        if (cells.problems().isEmpty()) {
            responses.forEach(answered -> checkRules(cells, answered));
        }
        return cells.problems().isEmpty()
                ? new RowReading.Usable(new ImportedRow(row.number(), organization, resources, responses))
                : new RowReading.Rejected(cells.problems());
    }

    private void checkKeysAndConstants(RowCells cells) {
        for (List<String> key :
                List.of(mapping.mapping().rowKey(), mapping.mapping().patient().key())) {
            if (!key.isEmpty()
                    && key.stream().allMatch(column -> cells.raw(column).isEmpty())) {
                cells.problem("The row has nothing in " + String.join(", ", key) + ", so it cannot be told apart.");
            }
        }
        mapping.mapping().constants().forEach((column, value) -> {
            if (!cells.raw(column).equals(value)) {
                cells.codeProblem(MappedColumn.named(column), "Every row must have '" + value + "' here.");
            }
        });
    }

    private void checkRules(RowCells cells, ImportedRow.Answered answered) {
        if (answered.response().isEmpty()) {
            return;
        }
        QuestionnaireResponse response = answered.response().get();
        for (Problem problem : rules.check(answered.asked().instrument(), response)) {
            Optional<BoundMapping.Item> item = RowAnswers.linkIdAt(response, problem.path())
                    .map(answered.asked().items()::get);
            if (item.isPresent()) {
                cells.problem(item.get().column(), problem.sentence().text());
            } else {
                cells.problem(problem.sentence().text());
            }
        }
    }
}
