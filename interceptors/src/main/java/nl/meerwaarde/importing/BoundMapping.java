package nl.meerwaarde.importing;

import java.util.List;
import java.util.Map;
import nl.meerwaarde.fhir.CanonicalReference;
import nl.meerwaarde.fhir.Code;
import nl.meerwaarde.instrument.Instrument;
import nl.meerwaarde.instrument.Question;
import org.hl7.fhir.r4.model.Coding;
import org.jspecify.annotations.Nullable;

/** A mapping together with the definitions it names. Everything in it is there and fits: rows are read with it without asking again. */
record BoundMapping(
        ImportMapping mapping,
        List<EpisodeKind> episodeKinds,
        List<AskedResponse> responses,
        List<ExpectedScore> expectations) {
    BoundMapping {
        episodeKinds = List.copyOf(episodeKinds);
        responses = List.copyOf(responses);
        expectations = List.copyOf(expectations);
    }

    /**
     * A kind of episode.
     *
     * @param pathway the pathway with its version
     * @param model the case-mix model behind the expectations, or null without expectations
     */
    record EpisodeKind(
            ImportMapping.EpisodeCase columns,
            CanonicalReference pathway,
            @Nullable Coding model) {}

    /**
     * The answers to one questionnaire at one moment.
     *
     * @param items by linkId
     * @param controls by score code
     */
    record AskedResponse(
            ImportMapping.ResponseColumns columns,
            Instrument instrument,
            Map<String, Item> items,
            Map<String, MappedColumn> controls) {
        AskedResponse {
            items = ImportMapping.orEmpty(items);
        }

        /** Last part of the Questionnaire's address, for ids and tables. */
        String instrumentId() {
            String url = instrument.canonical().url();
            return url.substring(url.lastIndexOf('/') + 1);
        }
    }

    /** A question and the column with its answer. */
    record Item(Question question, MappedColumn column) {}

    /** An expected score at a moment, and its column. */
    record ExpectedScore(MappedColumn column, Code score, String moment) {}
}
