package nl.meerwaarde.importing;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A mapping file: how the columns of a CSV file become resources. What each part means stands in {@code mapping.schema.json}; a mapping that was
 * read keeps to that schema.
 *
 * @param namespace what the ids of all resources begin with
 * @param missing values that mean nothing is known, in every column
 * @param rowKey the columns that tell rows apart; empty when the number of the row does
 * @param constants columns that hold one value in the whole file
 */
@JsonIgnoreProperties("$schema")
record ImportMapping(
        String title,
        @Nullable String attribution,
        String namespace,
        CsvForm csv,
        List<String> missing,
        List<String> rowKey,
        Map<String, String> constants,
        @Nullable OrganizationColumns organization,
        PatientColumns patient,
        EpisodeColumns episode,
        List<ResponseColumns> responses,
        List<ExpectationColumn> expectations) {
    ImportMapping {
        csv = csv == null ? new CsvForm(null, null, null) : csv;
        missing = orEmpty(missing);
        rowKey = orEmpty(rowKey);
        constants = orEmpty(constants);
        responses = orEmpty(responses);
        expectations = orEmpty(expectations);
    }

    /** The form of the file; what a mapping leaves out is as in RFC 4180. */
    record CsvForm(String delimiter, String encoding, String decimalSeparator) {
        CsvForm(@Nullable String delimiter, @Nullable String encoding, @Nullable String decimalSeparator) {
            this.delimiter = delimiter == null ? "," : delimiter;
            this.encoding = encoding == null ? "UTF-8" : encoding;
            this.decimalSeparator = decimalSeparator == null ? "." : decimalSeparator;
        }
    }

    /**
     * Who treated.
     *
     * @param idPrefix {@code Organization.id} is this and the code
     * @param system identifier system of the code, or null
     */
    record OrganizationColumns(
            MappedColumn code,
            String idPrefix,
            @Nullable String system,
            @Nullable MappedColumn name) {}

    /**
     * Who was treated.
     *
     * @param key the columns that tell patients apart; empty when every row is a patient of its own
     */
    record PatientColumns(
            List<String> key,
            @Nullable IdentifierColumn identifier,
            @Nullable MappedColumn sex,
            @Nullable MappedColumn birthDate,
            @Nullable MappedColumn ageBand) {
        PatientColumns {
            key = orEmpty(key);
        }
    }

    /** An identifier of the patient. */
    record IdentifierColumn(MappedColumn value, String system) {}

    /**
     * Which pathway the row followed, and when.
     *
     * @param cases the first that fits the row is the row's
     * @param date when the index procedure was; empty when it has not happened yet
     * @param status status of the CarePlan, or null for active
     */
    record EpisodeColumns(
            List<EpisodeCase> cases,
            MappedColumn date,
            @Nullable MappedColumn side,
            @Nullable String status) {
        EpisodeColumns {
            cases = List.copyOf(cases);
        }
    }

    /**
     * A kind of episode.
     *
     * @param when the values that these columns must have; empty fits every row
     * @param pathway canonical of the PlanDefinition
     * @param caseMixModel {@code code|version} or {@code system|code|version}, or null without expectations
     */
    record EpisodeCase(
            Map<String, String> when,
            String pathway,
            ProcedureCode procedure,
            @Nullable String caseMixModel) {
        EpisodeCase {
            when = orEmpty(when);
        }
    }

    /** What was done. */
    record ProcedureCode(
            String text, @Nullable String system, @Nullable String code) {}

    /**
     * The answers to one questionnaire at one moment.
     *
     * @param questionnaire canonical of the Questionnaire
     * @param moment code of the measurement moment
     * @param authored when the patient answered, or null when the file does not say
     * @param mode code from {@code answer-mode}, or null
     * @param respondent who answered, or null for the patient
     * @param missing values that mean not answered
     * @param items the column of each linkId
     * @param controls the column of each score that the old system computed
     */
    record ResponseColumns(
            String questionnaire,
            String moment,
            @Nullable MappedColumn authored,
            @Nullable String mode,
            @Nullable String language,
            @Nullable MappedColumn respondent,
            List<String> missing,
            Map<String, MappedColumn> items,
            Map<String, MappedColumn> controls) {
        ResponseColumns {
            missing = orEmpty(missing);
            items = orEmpty(items);
            controls = orEmpty(controls);
        }
    }

    /** What a case-mix model expects: the column of a score at a moment. */
    record ExpectationColumn(@JsonProperty("value") MappedColumn column, String score, String moment) {}

    private static <T> List<T> orEmpty(@Nullable List<T> list) {
        return list == null ? List.of() : List.copyOf(list);
    }

    /** In the order of the file, in which things are then said. */
    static <V> Map<String, V> orEmpty(@Nullable Map<String, V> map) {
        return map == null ? Map.of() : Collections.unmodifiableMap(new LinkedHashMap<>(map));
    }
}
