/* The lines by which furniture is known although they are not always the same: they begin or end as no sentence of an article does. */
import type { Sign } from './furniture';

/** Tried in this order, on the line in lower case: that spares each of them the look at both cases. */
export const linePatterns: readonly (readonly [Sign['label'], Sign['reach'], RegExp])[] = [
  [
    'page header',
    'line',
    /^(?:reading time|estimated reading time|read time|lesezeit|lesedauer|temps de lecture|tiempo de lectura|مدة القراءة|وقت القراءة|阅读时间|阅读时长|阅读量|阅读|浏览次数|点击数|点击|字数)\s*[:：]?\s*(?:ca\.?\s*)?[\d٠-٩]+\s*(?:min(?:ute[ns]?|utos?|\.)?|دقائق|دقيقة|分钟|次)?(?:\s+read)?\s*$/u,
  ],
  [
    'page header',
    'line',
    /^\d{1,3}[\s-]?(?:min(?:ute)?s?|minuten|minutes|minutos)\.?(?:[\s-]+(?:read|lesezeit|lesedauer|de lecture|de lectura))?\s*$/,
  ],
  ['page header', 'line', /^(?:\d{1,3}\s+(?:minutes ago|hours? ago|days? ago))$/],
  ['related', 'section', /^related(?: (?!work$)\p{L}{3,}){1,3}$/u],
  ['newsletter', 'section', /^(?:get|receive) .{0,60}(?:by e-?mail|(?:in|to) your inbox|newsletter)\b.{0,40}$/],
  [
    'advertisement',
    'line',
    /^(?:advertisement|advertising|sponsored|anzeige|werbung|publicité|publicidad|إعلان|广告)\s*[·|:—–-]\s*\S.{0,60}$/u,
  ],
  ['newsletter', 'section', /^subscribe to [^.!?]{1,60}$/],
  ['newsletter', 'line', /^thanks for reading [^.!?]{1,60}[.!] subscribe\b/],
  ['related', 'line', /^(?:leggi anche|leia também|lees ook)\s*[:：>→»]\s*\S.{0,180}$/u],
  ['share buttons', 'line', /^download(?: (?:the|this|as|full|pdf|report|publication|debate)\b.{0,40})?$/],
  ['comments', 'section', /^\d{1,5} (?:thoughts?|comments?|replies|responses?) (?:on|to) \S/],
  ['footer', 'word', /^(?:proudly )?powered by \S/],
  [
    'share buttons',
    'line',
    /^(?:share|teilen|partager|compartir|مشاركة|شارك|分享到?)\s*[:：|]\s*(?:[\p{L}-]+\s*(?:[|,·•/\s]|$)\s*){1,8}$/u,
  ],
  [
    'image credit',
    'line',
    /^(?:photo|photos|photograph|image|images|picture|illustration|credit|image credit|photo credit|image source|foto|bild|bildquelle|crédit|crédit photo|crédits|photographie|crédito|imagen|الصورة|صورة|تصوير|图片来源|图源|摄影|供图|图)\s*[:：/©]\s*(?:\S+(?:\s+\S+){0,7})$/u,
  ],
  [
    'image credit',
    'line',
    /^(?:©\s*)?(?:\S+\s+){0,4}\S*(?:getty images|afp|reuters|picture alliance|shutterstock|alamy|istock|unsplash|dpa|epa-efe|wikimedia commons|xinhua)(?:\s*(?:\/|via|über)\s*\S+(?:\s\S+){0,3})?$/,
  ],
  [
    'cookie notice',
    'line',
    /^(?:we|this (?:web)?site|our (?:web)?site) uses? cookies\b|^we (?:and our \d* ?partners|use) .{0,40}cookies\b|^wir (?:verwenden|nutzen|setzen) .{0,40}cookies\b|^diese (?:web)?seite (?:verwendet|nutzt) cookies\b|^(?:nous|ce site) (?:utilisons|utilise) (?:des |les )?cookies\b|^(?:utilizamos|usamos|este sitio) .{0,30}cookies\b|^(?:نستخدم|يستخدم هذا الموقع|نحن نستخدم) ملفات (?:تعريف )?الارتباط|^(?:我们|本网站|本站)使用\s?cookie/u,
  ],
  [
    'newsletter',
    'section',
    /^(?:get|receive) (?:more |the latest |our |all the )?(?:latest |weekly |daily )?(?:news|analysis|updates|newsletter|research|insights|stories)\b[^.]{0,60}(?:from|in your inbox|by email|straight to|delivered)?[^.]{0,40}$/,
  ],
  [
    'newsletter',
    'section',
    /^(?:sign up|subscribe|register)\s+(?:now\s+)?(?:for|to|here)\b.{0,80}(?:newsletter|update|briefing|mailing list|inbox|email|digest|alert)/,
  ],
  [
    'newsletter',
    'section',
    /^(?:melden sie sich|abonnieren sie|bestellen sie)\b.{0,60}newsletter|^(?:recevez|inscrivez-vous|abonnez-vous)\b.{0,60}(?:newsletter|lettre|infolettre)|^(?:suscríbe[ts]e|suscríbase|reciba)\b.{0,60}(?:boletín|newsletter)|^(?:اشترك|سجل) .{0,40}(?:النشرة|نشرتنا|نشرة)|^(?:订阅|关注).{0,16}(?:通讯|电子报|邮件|公众号|微信)/u,
  ],
  [
    'related',
    'line',
    /^(?:read more|read also|also read|read next|see also|related|more on this|watch|lesen sie auch|mehr dazu|lesen sie hierzu|lire aussi|à lire aussi|à lire|lea también|lee también|اقرأ أيضا|اقرأ أيضاً|اقرأ أيضًا|إقرأ أيضا|طالع أيضا|相关阅读|延伸阅读|推荐阅读)\s*[:：>→|»]\s*\S.{0,180}$/u,
  ],
  [
    'related',
    'section',
    /^more\s+(?:work\s+|news\s+|stories\s+|articles\s+|reading\s+|posts\s+)?(?:from|by|in|on)\s+(?:\S+\s*){1,8}$/,
  ],
  [
    'related',
    'section',
    /^(?:related|latest|recent|other|further|new)\s+(?:news|articles|posts|publications|papers|briefings|events|commentary|analysis|reports|work|speeches|press releases|stories)(?:\s+(?:from|by|on|in)\s+(?:\S+\s*){1,6})?$/,
  ],
  [
    'related',
    'section',
    /^(?:mehr|weitere (?:artikel|beiträge|texte|meldungen|pressemitteilungen|publikationen))\s+(?:von|aus|zu|zum|zur|vom)\s+(?:\S+\s*){1,6}$|^(?:plus (?:d[’']articles )?de|autres articles de|du même auteur|tous les articles de)\s*(?:\S+\s*){0,6}$|^más (?:de|sobre) (?:\S+\s*){1,6}$|^(?:المزيد من|مقالات أخرى (?:ل|من)|مزيد من)\s*(?:\S+\s*){1,6}$|^更多(?:来自|关于).{1,20}$/u,
  ],
  [
    'comments',
    'section',
    /^(?:\(?\d{1,5}\)?\s*)(?:comments?|responses|replies|kommentare?|commentaires?|réactions|comentarios?|تعليقات?|تعليقا|条评论|评论)\s*$/u,
  ],
  [
    'comments',
    'section',
    /^(?:comments?|kommentare?|commentaires?|réactions|comentarios?|التعليقات|تعليقات|评论|网友评论)\s*[:：]?\s*[（(]\s*[\d٠-٩]{1,5}\s*[)）]\s*$/u,
  ],
  [
    'topics',
    'line',
    /^(?:topics?|tags?|tagged|filed under|keywords?|categor(?:y|ies)|regions?|countries|schlagw[oö]rter|schlagworte|themen|stichworte|mots[- ]clés|thèmes?|sujets|étiquettes|etiquetas|temas|الوسوم|وسوم|الكلمات المفتاحية|كلمات مفتاحية|كلمات دلالية|المواضيع|标签|关键词|关键字|主题词?)\s*[:：]\s*\S/u,
  ],
  [
    'disclaimer',
    'line',
    /(?:views|opinions)\s+(?:and opinions\s+)?(?:expressed|represented|reflected|stated)\b.{0,160}\b(?:not|solely|alone|own)\b|do(?:es)? not necessarily (?:reflect|represent) the (?:views|opinions|position)/,
  ],
  [
    'disclaimer',
    'line',
    /(?:meinung|ansichten|auffassungen?|positionen?)\b.{0,80}\b(?:nicht notwendigerweise|nicht unbedingt|nicht zwangsläufig)|(?:opinions|propos|points de vue|vues)\b.{0,80}\bn[’']engagent que|ne reflètent pas (?:nécessairement|forcément)|no (?:reflejan|representan) necesariamente|لا (?:تعبر|تعبّر|يعبر|يعبّر|تعكس) (?:بالضرورة )?.{0,40}(?:رأي|آراء|موقف|سياسة)|لا (?:تعبر|تعبّر|تعكس) بالضرورة|不代表本(?:站|刊|网|机构|平台|报)?.{0,6}(?:观点|立场)|(?:仅代表|只代表)作者(?:个人|本人)/u,
  ],
  ['footer', 'section', /^(?:copyright\b\s*)?(?:©|\(c\))\s*(?:copyright\s*)?(?:\d{4}|[٠-٩]{4}|\p{L})/u],
  [
    'footer',
    'section',
    /^copyright\s+(?:©\s*)?(?:\d{4}|[٠-٩]{4})|^(?:版权所有|著作权|京?icp备|[京沪粤浙]icp[备证]|حقوق النشر|جميع الحقوق محفوظة|الحقوق محفوظة)|(?:all rights reserved|alle rechte vorbehalten|tous droits réservés|todos los derechos reservados|جميع الحقوق محفوظة|版权所有)[.\s]*$/u,
  ],
];
