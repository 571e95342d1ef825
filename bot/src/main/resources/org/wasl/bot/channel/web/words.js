/** What the page itself says, in the four languages; whatever the bot says comes from its catalogue. */
const WORDS = {
  ar: {
    region: "إقليم كردستان", write: "الكتابة هنا…", send: "إرسال", exit: "خروج", log: "المحادثة", own: "كُتب: ",
    listen: "استماع", newest: "إلى آخر رسالة", tools: "خيارات",
    sending: "جارٍ الإرسال…", waiting: "لم يُرسل بعد",
    offline: "لا يوجد اتصال. لم يُرسل هذا بعد، والمحاولة مستمرة. عند الخطر يمكن الاتصال بالرقم {number}.",
    lost: "لا يوجد اتصال الآن. عند الخطر يمكن الاتصال بالرقم {number}.",
    long: "الرسالة أطول من اللازم. يمكن إرسالها على أجزاء.",
    demonstration: "عرض تجريبي، لا أحد يقرأ هذا. عند الخطر يمكن الاتصال بالرقم {number}.",
  },
  ckb: {
    region: "هەرێمی کوردستان", write: "لێرە بنووسە…", send: "ناردن", exit: "دەرچوون", log: "گفتوگۆ", own: "نووسرا: ",
    listen: "گوێگرتن", newest: "بۆ دوا پەیام", tools: "هەڵبژاردنەکان",
    sending: "دەنێردرێت…", waiting: "هێشتا نەنێردراوە",
    offline: "هێڵ نییە. ئەمە هێشتا نەنێردراوە، هەوڵدان بەردەوامە. ئەگەر مەترسی هەیە، پەیوەندی بە {number} بکە.",
    lost: "ئێستا هێڵ نییە. ئەگەر مەترسی هەیە، پەیوەندی بە {number} بکە.",
    long: "پەیامەکە زۆر درێژە. دەکرێت بە چەند بەشێک بنێردرێت.",
    demonstration: "نمایشی تاقیکردنەوە، کەس ئەمە ناخوێنێتەوە. ئەگەر مەترسی هەیە، پەیوەندی بە {number} بکە.",
  },
  kmr: {
    region: "هەرێما کوردستانێ", write: "ل ڤێرێ بنڤیسە…", send: "فرێکرن", exit: "دەرکەفتن", log: "ئاخفتن", own: "هاتە نڤیسین: ",
    listen: "گوهدان", newest: "بۆ دووماهیک نامێ", tools: "هەلبژارتن",
    sending: "دهێتە فرێکرن…", waiting: "هێشتا نەهاتیە فرێکرن",
    offline: "هێل نینە. ئەڤە هێشتا نەهاتیە فرێکرن، تاقیکرن بەردەوامە. ئەگەر مەترسی هەبیت، پەیوەندیێ ب {number} بکە.",
    lost: "نوکە هێل نینە. ئەگەر مەترسی هەبیت، پەیوەندیێ ب {number} بکە.",
    long: "نامە گەلەک درێژە. دشێی ب چەند پارچان فرێ بکەی.",
    demonstration: "نیشادانەکا تاقیکرنێ یە، کەس ڤێ ناخوینیت. ئەگەر مەترسی هەبیت، پەیوەندیێ ب {number} بکە.",
  },
  en: {
    region: "Kurdistan Region", write: "Write here…", send: "Send", exit: "Exit", log: "Conversation", own: "Written: ",
    listen: "Listen", newest: "To the last message", tools: "Options",
    sending: "Sending…", waiting: "Not sent yet",
    offline: "No connection. This is not sent yet; we keep trying. In danger, call {number}.",
    lost: "No connection now. In danger, call {number}.",
    long: "The message is too long. It can be sent in parts.",
    demonstration: "Demonstration, nobody reads this. In danger, call {number}.",
  },
};
