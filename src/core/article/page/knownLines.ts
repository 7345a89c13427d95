/*
 * The words by which the furniture of a page is known, one line a language. A line of the page counts only when it consists of such
 * words and nothing else, so that an article may speak of newsletters and cookies. Lower case; an apostrophe stands for both of its forms.
 */
import type { Sign } from './furniture';

/** The lines that are known as a whole, divided by bars. */
export const knownLines: readonly (Sign & { readonly words: string })[] = [
  {
    label: 'menu',
    reach: 'line',
    words: `
      skip to content|vai al contenuto|vai al contenuto principale|cerca|pular para o conteúdo|naar inhoud|ga naar inhoud|skip to main content|skip to main|skip navigation|skip to navigation|jump to content|
      main navigation|main menu|menu|toggle navigation|open menu|close menu|you are here|breadcrumb|back to top|back to home|back to homepage|
      table of contents|
      zum inhalt springen|zum hauptinhalt springen|zum inhalt|direkt zum inhalt|hauptnavigation|hauptmenü|navigation|
      sie sind hier|nach oben|zur startseite|zurück zur startseite|
      aller au contenu|aller au contenu principal|passer au contenu|menu principal|vous êtes ici|haut de page|retour à l'accueil|
      fil d'ariane|
      ir al contenido|saltar al contenido|menú|menú principal|usted está aquí|volver arriba|
      انتقل إلى المحتوى|تخطى إلى المحتوى|القائمة|القائمة الرئيسية|أنت هنا|العودة إلى الأعلى|
      跳到主要内容|跳转到主要内容|跳至内容|菜单|导航|您的位置|当前位置|返回顶部|回到顶部|
    `,
  },
  {
    label: 'menu',
    reach: 'word',
    words: `
      home|search|log in|login|sign in|register|my account|subscribe|support us|donate|news|world|politics|business|
      opinion|culture|sport|sports|science|technology|health|environment|video|videos|podcasts|podcast|events|experts|
      research|publications|topics|regions|programs|programmes|projects|about|about us|who we are|what we do|our work|
      blog|media|press|resources|library|archive|english|français|deutsch|español|العربية|中文|language|languages|more|
      close|newsletters|live|
      startseite|suche|suchen|anmelden|abo|abonnieren|spenden|nachrichten|politik|wirtschaft|ausland|inland|
      gesellschaft|kultur|wissen|meinung|themen|presse|service|ministerium|veranstaltungen|publikationen|über uns|
      mehr|leichte sprache|gebärdensprache|
      accueil|recherche|rechercher|se connecter|connexion|s'abonner|s'abonner|faire un don|actualités|actualité|
      international|politique|économie|société|idées|débats|planète|à propos|qui sommes-nous|nos travaux|événements|
      presse|plus|
      inicio|buscar|iniciar sesión|suscríbete|suscribirse|noticias|política|economía|sociedad|cultura|opinión|
      internacional|quiénes somos|prensa|eventos|más|
      الرئيسية|بحث|البحث|تسجيل الدخول|أخبار|الأخبار|سياسة|اقتصاد|رأي|آراء|مقالات|دراسات|تقارير|تحليلات|فيديو|بودكاست|
      فعاليات|الفعاليات|من نحن|عن المركز|المزيد|ثقافة|رياضة|مجتمع|
      首页|主页|搜索|登录|注册|新闻|时政|国际|国内|财经|社会|文化|评论|观点|视频|专题|研究|研究成果|专家|活动|关于我们|更多|数据|法规|政策|english version|移动端|客户端|
    `,
  },
  {
    label: 'share buttons',
    reach: 'line',
    words: `
      share|share this|share this article|share this page|share this story|share on facebook|share on x|
      share on twitter|share on linkedin|share on whatsapp|share via email|link copied|watch the recording|watch the video|listen to the recording|watch video|play audio|copy link|copy url|tweet|
      tweet this|email this|print|print this page|print article|save|save article|bookmark|download pdf|
      download as pdf|listen to this article|listen|cite|facebook|twitter|x|linkedin|whatsapp|telegram|reddit|
      pinterest|mastodon|bluesky|threads|email|e-mail|pocket|share full article|give this article|follow us|
      follow us on|add to favorites|
      teilen|artikel teilen|seite teilen|beitrag teilen|auf facebook teilen|auf x teilen|auf twitter teilen|
      per e-mail teilen|drucken|seite drucken|link kopieren|link kopiert|merken|vorlesen|artikel anhören|
      kopiere den aktuellen link|
      partager|partager l'article|partager cet article|partager sur facebook|partager sur x|partager sur twitter|
      partager sur linkedin|imprimer|envoyer par e-mail|envoyer|copier le lien|lien copié|écouter|offrir l'article|
      offrir l'article|partager l'article|ajouter à vos sélections|réagir|
      compartir|condividi|compartilhar|delen|deel dit artikel|compartir en facebook|compartir en twitter|copiar enlace|enlace copiado|imprimir|enviar|guardar|
      مشاركة|شارك|شارك المقال|شارك هذا المقال|نسخ الرابط|تم نسخ الرابط|طباعة|حفظ|فيسبوك|تويتر|واتساب|لينكد إن|
      تيليغرام|تلغرام|إكس|استمع إلى المقال|حجم الخط|
      分享|分享到|分享至|分享到微信|微信|微博|新浪微博|微信扫一扫|打印|打印本页|收藏|复制链接|链接已复制|字号|大 中 小|点赞|朋友圈|关闭窗口|扫一扫在手机打开当前页|
    `,
  },
  {
    label: 'cookie notice',
    reach: 'line',
    words: `
      accept all|accept all cookies|reject all|reject all cookies|accept cookies|cookie settings|cookie preferences|
      manage cookies|manage preferences|manage options|we value your privacy|privacy settings|necessary cookies only|
      only necessary|save preferences|agree|i agree|got it|this site uses cookies|this website uses cookies|
      alle akzeptieren|alle cookies akzeptieren|alles akzeptieren|ablehnen|alle ablehnen|nur notwendige|
      nur notwendige cookies|cookie-einstellungen|einstellungen verwalten|auswahl speichern|zustimmen|einverstanden|
      datenschutzeinstellungen|
      tout accepter|tout refuser|accepter|refuser|accepter et fermer|continuer sans accepter|paramétrer|
      paramétrer les cookies|gérer les cookies|gestion des cookies|j'accepte|j'accepte|personnaliser|
      aceptar|aceptar todo|aceptar todas|rechazar|rechazar todo|configurar cookies|gestionar cookies|
      قبول الكل|قبول|رفض الكل|رفض|إعدادات ملفات تعريف الارتباط|موافق|أوافق|
      接受|接受全部|全部接受|拒绝|全部拒绝|同意|同意并继续|管理cookie|
    `,
  },
  {
    label: 'advertisement',
    reach: 'line',
    words: `
      advertisement|advertisements|advertising|ad|sponsored|sponsored content|paid content|
      story continues below advertisement|article continues below advertisement|scroll to continue|anzeige|werbung|
      anzeigen|publicité|publicidad|إعلان|إعلانات|اعلان|广告|advertentie|pubblicità|
    `,
  },
  {
    label: 'related',
    reach: 'section',
    words: `
      related|related articles|related content|related stories|related posts|related news|related reading|
      related topics and articles|read more|read next|read also|also read|more on this|more on this story|
      more on this topic|more like this|you may also like|you might also like|recommended|recommended for you|
      recommended reading|recommended articles|recent work|recent posts|recent articles|recent publications|latest|
      latest news|latest articles|latest stories|latest publications|most read|most popular|most viewed|trending|
      trending now|popular|popular now|top stories|top reads|in case you missed it|up next|next article|
      previous article|more news|more stories|more from the author|more from this author|more by this author|
      more work|don't miss|editor's picks|editors' picks|similar articles|keep reading|see all|view all|
      mehr zum thema|zum thema|weitere artikel|weitere beiträge|weitere meldungen|weitere nachrichten|weitere themen|
      ähnliche artikel|ähnliche beiträge|verwandte artikel|verwandte beiträge|verwandte themen|
      das könnte sie auch interessieren|das könnte dich auch interessieren|auch interessant|lesen sie auch|mehr lesen|
      meistgelesen|meistgelesene artikel|am meisten gelesen|neueste beiträge|neueste artikel|aktuelle meldungen|
      aktuelles|empfohlene artikel|nächster artikel|vorheriger artikel|mehr aus dem ressort|neu im blog|
      à lire aussi|lire aussi|à lire également|lire la suite|sur le même sujet|sur le même thème|
      dans la même rubrique|articles liés|articles similaires|articles connexes|vous aimerez aussi|les plus lus|
      articles les plus lus|à la une|nos derniers articles|dernières publications|derniers articles|
      pour aller plus loin|l'essentiel de l'actualité|voir aussi|voir plus|contenus liés|à découvrir|
      artículos relacionados|articoli correlati|potrebbe interessarti anche|leia também|artigos relacionados|lees ook|gerelateerde artikelen|más información|noticias relacionadas|contenido relacionado|lea también|leer también|lee también|
      te puede interesar|le puede interesar|más leídas|lo más leído|lo más visto|más noticias|más sobre este tema|
      últimas noticias|
      اقرأ أيضا|اقرأ أيضاً|إقرأ أيضا|اقرأ المزيد|مقالات ذات صلة|مواضيع ذات صلة|موضوعات ذات صلة|أخبار ذات صلة|
      المزيد من المقالات|الأكثر قراءة|الأكثر مشاهدة|الأكثر تداولا|آخر الأخبار|أحدث المقالات|قد يهمك|قد يهمك أيضا|
      قد يعجبك أيضا|مقالات أخرى|مقالات مشابهة|أعمال أخرى|منشورات أخرى|
      相关阅读|相关文章|相关新闻|相关报道|相关链接|推荐阅读|延伸阅读|热门文章|热门推荐|热点推荐|最新文章|最新动态|精彩推荐|猜你喜欢|更多阅读|更多文章|阅读排行|点击排行|上一篇|下一篇|往期回顾|为您推荐|
    `,
  },
  {
    label: 'newsletter',
    reach: 'section',
    words: `
      newsletter|newsletters|our newsletter|sign up|sign up now|sign up for our newsletter|sign up to our newsletter|
      sign up for updates|subscribe to our newsletter|subscribe to the newsletter|join our mailing list|
      get the newsletter|get our newsletter|stay informed|stay connected|stay in touch|stay up to date|
      never miss an update|email updates|your email address|your email|enter your email|enter your email address|email address|subscribe now|
      get email updates|
      newsletter abonnieren|iscriviti alla newsletter|assine a newsletter|schrijf je in voor de nieuwsbrief|newsletter bestellen|jetzt abonnieren|jetzt anmelden|zum newsletter anmelden|
      unser newsletter|bleiben sie informiert|bleiben sie auf dem laufenden|ihre e-mail-adresse|e-mail-adresse|
      keinen beitrag verpassen|
      inscrivez-vous à notre newsletter|inscrivez-vous à la newsletter|s'inscrire à la newsletter|
      s'inscrire à la newsletter|abonnez-vous|abonnez-vous à notre newsletter|recevez notre newsletter|
      recevoir la newsletter|restez informé|restez informés|votre adresse e-mail|votre e-mail|lettre d'information|
      lettre d'information|je m'inscris|je m'inscris|
      suscríbete a nuestro boletín|suscríbase a nuestro boletín|boletín|boletines|reciba nuestro boletín|
      النشرة البريدية|النشرة الإخبارية|اشترك في النشرة البريدية|اشترك في نشرتنا|اشترك في نشرتنا البريدية|اشترك الآن|
      البريد الإلكتروني|بريدك الإلكتروني|ابق على اطلاع|
      订阅|订阅我们|订阅电子报|订阅邮件|订阅通讯|邮件订阅|电子邮箱|关注我们|关注公众号|扫码关注|扫描二维码|
    `,
  },
  {
    label: 'comments',
    reach: 'section',
    words: `
      leave a comment|leave a reply|join the conversation|join the discussion|post a comment|add a comment|
      reader comments|show comments|view comments|comments are closed|write a comment|kommentar schreiben|
      kommentar verfassen|schreiben sie einen kommentar|schreibe einen kommentar|diskutieren sie mit|leserkommentare|
      laisser un commentaire|commentez cet article|ajouter un commentaire|réactions des lecteurs|deja un comentario|
      deja una respuesta|اترك تعليقا|اترك تعليقاً|أضف تعليقا|أضف تعليقاً|شاركنا رأيك|发表评论|我要评论|网友评论|写评论|参与评论|全部评论|
      最新评论|热门评论|
    `,
  },
  {
    label: 'topics',
    reach: 'section',
    words: `
      filed under|archivado en|tagged|tagged with|tags|topics in this article|explore more on these topics|schlagwörter|
      schlagworte|schlagwort|mots-clés|thèmes|etiquetas|الوسوم|الكلمات المفتاحية|كلمات مفتاحية|标签|关键词|
    `,
  },
  {
    label: 'about',
    reach: 'section',
    words: `
      about the author|sobre la firma|about the authors|about the writer|about the writers|author bio|author information|
      about the contributors|the author|the authors|
      über den autor|über die autorin|über die autoren|zum autor|zur autorin|zu den autoren|zur person|der autor|
      die autorin|à propos de l'auteur|à propos de l'auteur|à propos des auteurs|à propos de l'autrice|
      à propos de l'autrice|à propos de l'auteure|à propos de l'auteure|l'auteur|l'auteur|l'autrice|l'autrice|
      sobre el autor|sobre la autora|acerca del autor|عن الكاتب|عن الكاتبة|عن المؤلف|عن المؤلفة|نبذة عن الكاتب|
      نبذة عن الكاتبة|عن الباحث|عن الباحثة|作者简介|关于作者|作者介绍|
    `,
  },
  {
    label: 'footer',
    reach: 'section',
    words: `
      all rights reserved|some rights reserved|site map|sitemap|quick links|useful links|legal notice|
      alle rechte vorbehalten|rechtliche hinweise|tous droits réservés|mentions légales|plan du site|
      todos los derechos reservados|aviso legal|جميع الحقوق محفوظة|خريطة الموقع|روابط سريعة|روابط مفيدة|版权所有|版权声明|
      网站地图|友情链接|法律声明|免责声明|联系我们|
    `,
  },
  {
    label: 'footer',
    reach: 'word',
    words: `
      privacy|privacy policy|note legali|contatti|chi siamo|site index|a-z site index|fraud alert|privacy notice|privacy statement|terms|terms of use|terms of service|terms & conditions|
      terms and conditions|contact|contact us|careers|jobs|imprint|accessibility|accessibility statement|help|
      help centre|help center|faq|faqs|media enquiries|press office|advertise|advertise with us|cookies|
      cookie policy|copyright|disclaimer|rss|rss feed|rss feeds|code of conduct|annual report|
      annual reports|work with us|modern slavery statement|complaints|corrections|masthead|staff|our team|team|
      freedom of information|do not sell my personal information|youtube|instagram|tiktok|flickr|follow|
      impressum|datenschutz|datenschutzerklärung|kontakt|agb|barrierefreiheit|erklärung zur barrierefreiheit|
      inhaltsverzeichnis|karriere|stellenangebote|hilfe|mediadaten|nutzungsbedingungen|inhalt|newsletter-archiv|
      gebärdensprache|
      nous contacter|contacts|confidentialité|politique de confidentialité|protection des données|
      données personnelles|politique cookies|cgu|cgv|conditions générales|aide|recrutement|qui sommes-nous ?|
      accessibilité|accessibilité : non conforme|foire aux questions|charte|
      contacto|privacidad|política de privacidad|política de cookies|términos y condiciones|accesibilidad|
      trabaja con nosotros|ayuda|
      اتصل بنا|تواصل معنا|سياسة الخصوصية|الخصوصية|شروط الاستخدام|الشروط والأحكام|الأسئلة الشائعة|وظائف|
      سياسة ملفات الارتباط|تابعنا|تابعونا|يوتيوب|إنستغرام|
      关于本站|隐私政策|隐私声明|使用条款|服务条款|网站声明|加入我们|招聘信息|帮助中心|广告服务|网站纠错|站点地图|意见反馈|联系方式|
    `,
  },
];
