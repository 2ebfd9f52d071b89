package nl.meerwaarde.wording;

import java.util.List;
import java.util.Set;
import nl.meerwaarde.terminology.Canonicals.Extensions;
import nl.meerwaarde.terminology.Canonicals.SdcExtensions;
import org.hl7.fhir.r4.model.Attachment;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.Element;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.StringType;

/** What helps people who read badly, beside a question or an answer: plain words, what a voice reads, a picture. It is no part of what is asked. */
final class ReadingAid {
    private static final Set<String> URLS =
            Set.of(Extensions.EASY_READ, SdcExtensions.ITEM_MEDIA, SdcExtensions.ITEM_ANSWER_MEDIA);

    private ReadingAid() {}

    /** The aids that stand at a question or an answer. */
    static List<Extension> at(Element element) {
        return element.getExtension().stream()
                .filter(ReadingAid::isOne)
                .map(Extension::copy)
                .toList();
    }

    /** These aids instead of those that stand there. */
    static void replace(Element element, List<Extension> aids) {
        element.getExtension().removeIf(ReadingAid::isOne);
        aids.forEach(aid -> element.addExtension(aid.copy()));
    }

    private static boolean isOne(Extension extension) {
        return extension.hasUrl() && URLS.contains(extension.getUrl());
    }

    /**
     * The text in plain words and as a voice reads it.
     *
     * @param plain empty for none
     * @param aloud empty for none
     */
    static Extension easyRead(String language, String plain, String aloud) {
        Extension aid = new Extension(Extensions.EASY_READ);
        aid.addExtension("language", new CodeType(language));
        if (!plain.isEmpty()) {
            aid.addExtension("plain", new StringType(plain));
        }
        if (!aloud.isEmpty()) {
            aid.addExtension("readAloud", new StringType(aloud));
        }
        return aid;
    }

    /** A picture at an address. */
    static Extension picture(Wording.Place place, String address) {
        return new Extension(
                place.isQuestion() ? SdcExtensions.ITEM_MEDIA : SdcExtensions.ITEM_ANSWER_MEDIA,
                new Attachment().setUrl(address));
    }
}
