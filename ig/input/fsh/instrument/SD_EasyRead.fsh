Extension: EasyRead
Id: easy-read
Title: "Easy read"
Description: "A question or an answer for people who read badly: in plain words (level B1 of the Common European Framework), and as a voice should read it aloud. Pictures use SDC's item media. Only where the owner of the instrument permits it; the question itself stays the one that is scored."
Context: Questionnaire.item, Questionnaire.item.answerOption
* extension contains
    language 1..1 and
    plain 0..1 and
    readAloud 0..1
* extension[language].value[x] 1..1
* extension[language].value[x] only code
* extension[plain].value[x] 1..1
* extension[plain].value[x] only string
* extension[readAloud].value[x] 1..1
* extension[readAloud].value[x] only string
