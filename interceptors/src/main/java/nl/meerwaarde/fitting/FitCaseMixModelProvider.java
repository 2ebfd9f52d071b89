package nl.meerwaarde.fitting;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.rest.annotation.IdParam;
import ca.uhn.fhir.rest.annotation.Operation;
import ca.uhn.fhir.rest.server.servlet.ServletRequestDetails;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import nl.meerwaarde.casemix.CaseMixModel;
import nl.meerwaarde.casemix.CaseMixModelReader;
import nl.meerwaarde.casemix.CaseMixModelReader.Reading;
import nl.meerwaarde.consent.Ground;
import nl.meerwaarde.consent.Population;
import nl.meerwaarde.consent.Populations;
import nl.meerwaarde.definition.DefinitionSource;
import nl.meerwaarde.disclosure.RecipientPolicies;
import nl.meerwaarde.disclosure.RecipientPolicy;
import nl.meerwaarde.fhir.OperationParameters;
import nl.meerwaarde.fhir.Problem;
import nl.meerwaarde.fhir.ProblemCode;
import nl.meerwaarde.fhir.Problems;
import nl.meerwaarde.fhir.Sentence;
import nl.meerwaarde.score.ScoreDefinition;
import nl.meerwaarde.score.ScoreDefinitions;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Library;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Parameters.ParametersParameterComponent;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.StringType;
import org.hl7.fhir.r4.model.UnsignedIntType;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionTemplate;

/** The operation {@code Library/$fit-case-mix-model}, at type and instance level. Stores nothing. */
public class FitCaseMixModelProvider {
    private static final String CANONICAL =
            "https://w3id.org/meerwaarde/fhir/OperationDefinition/library-fit-case-mix-model";

    private final FhirContext fhirContext;
    private final DefinitionSource source;
    private final ScoreDefinitions definitions;
    private final EpisodeQuery query;
    private final RecipientPolicies policies;
    private final Populations populations;
    private final TransactionTemplate snapshot;
    private final Clock clock;

    /** @param snapshot read-only transactions that see one state of the database */
    FitCaseMixModelProvider(
            FhirContext fhirContext,
            DefinitionSource source,
            ScoreDefinitions definitions,
            EpisodeQuery query,
            RecipientPolicies policies,
            Populations populations,
            TransactionTemplate snapshot,
            Clock clock) {
        this.fhirContext = fhirContext;
        this.source = source;
        this.definitions = definitions;
        this.query = query;
        this.policies = policies;
        this.populations = populations;
        this.snapshot = snapshot;
        this.clock = clock;
    }

    /** Fits the model in the parameter {@code model}. */
    @Operation(name = "$fit-case-mix-model", typeName = "Library", manualRequest = true, canonicalUrl = CANONICAL)
    public IBaseResource fitType(ServletRequestDetails details) {
        FitRequest request = request(details, true);
        return fit(Objects.requireNonNull(request.model()), request);
    }

    /** Fits the model in the address anew. */
    @Operation(name = "$fit-case-mix-model", typeName = "Library", manualRequest = true, canonicalUrl = CANONICAL)
    public IBaseResource fitInstance(@IdParam IdType id, ServletRequestDetails details) {
        FitRequest request = request(details, false);
        return fit(source.read(Library.class, id.getIdPart()), request);
    }

    private FitRequest request(ServletRequestDetails details, boolean typeLevel) {
        FitRequest.Reading reading = FitRequest.read(OperationParameters.of(fhirContext, details), typeLevel);
        if (reading instanceof FitRequest.Reading.Refused refused) {
            throw Problems.badRequest(refused.problems());
        }
        return ((FitRequest.Reading.Usable) reading).request();
    }

    private Parameters fit(Library template, FitRequest request) {
        CaseMixModel model = model(template);
        @Nullable
        ScoreDefinition definition =
                model.score() == null ? null : definitions.find(model.score()).orElse(null);
        boolean ofChange = model.kind() == CaseMixModel.Kind.LOGISTIC
                && model.event() == null
                && !CaseMixModel.TREATED_WITHIN_DAYS.equals(model.share());
        if (ofChange && Change.of(model, definition).isEmpty()) {
            throw Problems.unprocessable(new Problem(
                    ProblemCode.MODEL_NOT_ESTIMABLE,
                    "",
                    model.share() == null || model.share().equals("reached-mic")
                            ? Sentence.beside(ModelFitting.class, "no-important-change")
                            : Sentence.beside(ModelFitting.class, "no-threshold", model.share())));
        }
        Instant asOf = clock.instant();
        LocalDate today = LocalDate.ofInstant(asOf, ZoneOffset.UTC);
        List<ObservedEpisode> episodes = Objects.requireNonNull(snapshot.execute(
                status -> query.episodes(model, request.from(), request.to(), today, counted(today), definition)));
        ModelFit fit = ModelFitting.fit(model, episodes);
        if (fit instanceof ModelFit.Refused refused) {
            throw Problems.unprocessable(refused.problems());
        }
        return answer(template, request, (ModelFit.Fitted) fit, asOf);
    }

    /** A model is stored where everybody may read it, and handed on: it is fitted on those whom figures for everybody may count. */
    private Population counted(LocalDate today) {
        Ground ground = policies.find(RecipientPolicies.PUBLIC)
                .map(RecipientPolicy::ground)
                .orElse(Ground.DOCUMENTED);
        return populations.counted(ground, today);
    }

    private static CaseMixModel model(Library template) {
        if (!CaseMixModelReader.isModel(template)) {
            throw Problems.unprocessable(new Problem(
                    ProblemCode.INVALID_DEFINITION, "Library", Sentence.beside(ModelFitting.class, "no-model")));
        }
        Reading reading = CaseMixModelReader.read(template);
        if (reading instanceof Reading.Refused refused) {
            throw Problems.unprocessable(refused.problems());
        }
        return ((Reading.Usable) reading).model();
    }

    private static Parameters answer(Library template, FitRequest request, ModelFit.Fitted fit, Instant asOf) {
        Parameters answer = new Parameters();
        answer.addParameter().setName("return").setResource(FittedLibrary.of(template, request, fit, asOf));
        fit.missingness().forEach(missing -> {
            ParametersParameterComponent part = answer.addParameter().setName("missingness");
            if (!missing.organization().equals("unknown")) {
                part.addPart()
                        .setName("organization")
                        .setValue(new Reference("Organization/" + missing.organization()));
            }
            part.addPart().setName("covariate").setValue(new StringType(missing.covariate()));
            part.addPart().setName("missing").setValue(new UnsignedIntType(missing.missing()));
            part.addPart().setName("n").setValue(new UnsignedIntType(missing.n()));
        });
        return answer;
    }
}
