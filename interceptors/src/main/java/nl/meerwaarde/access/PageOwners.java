package nl.meerwaarde.access;

import ca.uhn.fhir.rest.api.Constants;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.util.UrlUtil;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Map;
import java.util.function.Supplier;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import nl.meerwaarde.requester.Requester;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleEntryComponent;
import org.hl7.fhir.r4.model.Bundle.BundleLinkComponent;

/** Ties the further pages of a search to who searched: a link to one, found in a log or sent by mail, opens nothing for others. */
class PageOwners {
    private static final String OWNER = "_owner";
    private static final String HMAC = "HmacSHA256";

    private final Supplier<byte[]> secret;

    PageOwners(Supplier<byte[]> secret) {
        this.secret = secret;
    }

    /** Writes into each link to a page whose it is. */
    void sign(Requester requester, Bundle bundle) {
        bundle.getLink().forEach(link -> sign(requester, link));
        for (BundleEntryComponent entry : bundle.getEntry()) {
            if (entry.getResource() instanceof Bundle inner) {
                sign(requester, inner);
            }
        }
    }

    private void sign(Requester requester, BundleLinkComponent link) {
        String url = link.getUrl();
        if (url == null || !url.contains(Constants.PARAM_PAGINGACTION + "=")) {
            return;
        }
        String query = url.substring(url.indexOf('?') + 1);
        String[] page = UrlUtil.parseQueryString(query).get(Constants.PARAM_PAGINGACTION);
        if (page != null && page.length == 1) {
            link.setUrl(url + "&" + OWNER + "=" + signature(requester, page[0]));
        }
    }

    /** @throws ca.uhn.fhir.rest.server.exceptions.ForbiddenOperationException when it is somebody else's page, or nobody's */
    void check(Requester requester, RequestDetails request) {
        Map<String, String[]> parameters = request.getParameters();
        String[] page = parameters.get(Constants.PARAM_PAGINGACTION);
        String[] owner = parameters.get(OWNER);
        boolean own = page != null
                && page.length == 1
                && owner != null
                && owner.length == 1
                && MessageDigest.isEqual(
                        signature(requester, page[0]).getBytes(StandardCharsets.UTF_8),
                        owner[0].getBytes(StandardCharsets.UTF_8));
        if (!own) {
            throw Refusal.notAllowed(Constants.PARAM_PAGINGACTION, "page");
        }
    }

    private String signature(Requester requester, String page) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(new SecretKeySpec(secret.get(), HMAC));
            String whose = String.join("\n", page, requester.issuer(), requester.subject(), requester.client());
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(mac.doFinal(whose.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has " + HMAC, e);
        }
    }
}
