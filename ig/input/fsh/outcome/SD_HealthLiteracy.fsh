Extension: HealthLiteracy
Id: health-literacy
Title: "Health literacy"
Description: "Whether the patient manages by reading, or needs plain words, pictures or help: asked at the intake, so that who cannot answer is seen and helped."
Context: Patient
* value[x] 1..1
* value[x] only code
* value[x] from $healthLiteracyVS (required)
