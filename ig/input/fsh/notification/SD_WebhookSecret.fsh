Extension: WebhookSecret
Id: webhook-secret
Title: "Webhook secret"
Description: "The key by which notifications are signed (HMAC-SHA256, Standard Webhooks), chosen by the receiver. The server keeps it and never shows it."
Context: Subscription.channel
* value[x] 1..1
* value[x] only string
* value[x] ^short = "whsec_ and 24 to 64 random bytes in base64"
