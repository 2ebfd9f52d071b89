package nl.meerwaarde.importing;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The columns that a mapping names, held against those that a file has. */
final class MappingColumns {
    private MappingColumns() {}

    /** Every column of the mapping that the file lacks or has twice. */
    static List<MappingProblem> check(ImportMapping mapping, CsvFile file) {
        List<MappingProblem> problems = new ArrayList<>();
        for (Map.Entry<String, String> named : named(mapping).entrySet()) {
            if (!file.columns().contains(named.getKey())) {
                problems.add(new MappingProblem(named.getValue(), "The file has no column '" + named.getKey() + "'."));
            } else if (file.repeatedColumns().contains(named.getKey())) {
                problems.add(
                        new MappingProblem(named.getValue(), "The file has several columns '" + named.getKey() + "'."));
            }
        }
        return problems;
    }

    /** By column, where in the mapping it is named first. */
    static Map<String, String> named(ImportMapping mapping) {
        Map<String, String> named = new LinkedHashMap<>();
        mapping.rowKey().forEach(column -> named.putIfAbsent(column, "/rowKey"));
        mapping.constants().keySet().forEach(column -> named.putIfAbsent(column, "/constants"));
        if (mapping.organization() != null) {
            note(
                    named,
                    "/organization",
                    mapping.organization().code(),
                    mapping.organization().name());
        }
        notePatient(named, mapping.patient());
        note(named, "/episode", mapping.episode().date(), mapping.episode().side());
        mapping.episode().cases().stream()
                .map(ImportMapping.EpisodeCase::when)
                .map(Map::keySet)
                .flatMap(Set::stream)
                .forEach(column -> named.putIfAbsent(column, "/episode/cases"));
        for (int i = 0; i < mapping.responses().size(); i++) {
            noteResponse(named, "/responses/" + i, mapping.responses().get(i));
        }
        for (int i = 0; i < mapping.expectations().size(); i++) {
            note(named, "/expectations/" + i, mapping.expectations().get(i).column());
        }
        return named;
    }

    private static void notePatient(Map<String, String> named, ImportMapping.PatientColumns patient) {
        patient.key().forEach(column -> named.putIfAbsent(column, "/patient/key"));
        note(named, "/patient", patient.sex(), patient.birthDate(), patient.ageBand());
        if (patient.identifier() != null) {
            note(named, "/patient/identifier", patient.identifier().value());
        }
    }

    private static void noteResponse(Map<String, String> named, String where, ImportMapping.ResponseColumns response) {
        note(named, where, response.authored(), response.respondent());
        response.items().forEach((linkId, column) -> note(named, where + "/items/" + linkId, column));
        response.controls().forEach((score, column) -> note(named, where + "/controls/" + score, column));
    }

    private static void note(Map<String, String> named, String where, @Nullable MappedColumn... columns) {
        Stream.of(columns).filter(Objects::nonNull).forEach(column -> named.putIfAbsent(column.column(), where));
    }
}
